import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const movingTitle = 'Moving picture';

/** The flags under which Chromium picks a tab by itself and reaches peers on this machine. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  `--auto-select-tab-capture-source-by-title=${movingTitle}`,
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--autoplay-policy=no-user-gesture-required',
];

/** Debian's Chromium, without a window. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
}

/** A fresh person at a browser of that language. */
export function newPerson(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  return browser.newContext({ locale: 'en-GB', ...options });
}

/** Opens a tab that never stands still and that Chromium shares when it is asked for a screen. */
export async function openMovingPicture(person: BrowserContext): Promise<Page> {
  const page = await person.newPage();
  await page.setContent(`<title>${movingTitle}</title>`);
  await page.evaluate(() => {
    const flash = (): void => {
      const shade = Math.floor(performance.now() / 4) % 256;
      document.body.style.background = `rgb(255, ${shade}, ${255 - shade})`;
      requestAnimationFrame(flash);
    };
    flash();
  });
  return page;
}
