import { chromium, type Browser, type Page } from 'playwright-core';
import { findProgram } from '../supervisor/getting/find-program.mjs';
import type { House } from '../supervisor/house.js';
import { until } from '../supervisor/until.js';
import { readCanvas } from './read-canvas.js';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A technician at the console, in a real browser. */
export class TechnicianWindow {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #desk: string;

  private constructor(browser: Browser, page: Page, desk: string) {
    this.#browser = browser;
    this.page = page;
    this.#desk = desk;
  }

  /** Opens a browser and signs in as one of the demonstration's people. */
  static async open({ url, secrets }: House, technician: string): Promise<TechnicianWindow> {
    const executablePath = findProgram('chromium');
    if (executablePath === undefined) throw new Error('Journeys need Chromium.');
    const browser = await chromium.launch({ executablePath, args: quiet });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await page.goto(`${url}/api/sign-in?returnTo=%2Fqueue%2Fmine`);
    await page.locator(`input[value="${technician}"]`).check({ force: true });
    await page.getByLabel('Password').fill(secrets.MAYDAY_DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${url}/queue/mine`);
    return new TechnicianWindow(browser, page, url);
  }

  /** Invites somebody as a technician does; answers the link. */
  async invite(name: string, subject: string): Promise<string> {
    await this.page.getByRole('button', { name: 'New invitation' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.locator('[name="name"]').fill(name);
    await dialog.locator('[name="subject"]').fill(subject);
    await dialog.locator('[name="subject"]').press('Enter');
    const link = await dialog.locator('#invite-link').inputValue();
    await this.page.keyboard.press('Escape');
    return link;
  }

  /** Enters a code as a technician does who hears it on the phone. */
  async enterCode(digits: string): Promise<void> {
    await this.page.keyboard.press('c');
    const dialog = this.page.getByRole('dialog');
    await dialog.locator('[name="code"]').fill(digits);
    await dialog.locator('[name="code"]').press('Enter');
  }

  async openQueue(): Promise<void> {
    await this.page.goto(`${this.#desk}/queue/mine`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  async openSession(id: string): Promise<void> {
    await this.page.goto(`${this.#desk}/sessions/${id}`);
  }

  /** How many pictures of the user's screen the browser has shown since it opened the session, by whichever way. */
  async framesShown(): Promise<number> {
    // Not one after the other whether it is there and what it shows: it may go in between.
    return this.page.locator('md-screen-view').evaluateAll(([screen]: HTMLElement[]) => {
      const video = screen?.querySelector('video')?.getVideoPlaybackQuality();
      return Number(screen?.dataset['pictures'] ?? 0) + (video?.totalVideoFrames ?? 0);
    });
  }

  /** By which way the screen is seen now: tiles or video; null while it is not. */
  async face(): Promise<string | null> {
    return this.page
      .locator('md-screen-view')
      .evaluateAll(([screen]: HTMLElement[]) => screen?.dataset['face'] ?? null);
  }

  /** The screen as it is seen, a word `0x00RRGGBB` a pixel, row after row; null while it is not seen by tiles. */
  async pixelsSeen(): Promise<Uint32Array | null> {
    if ((await this.face()) !== 'tiles') return null;
    return readCanvas(this.page);
  }

  /** Waits until the picture moves: new frames are shown from now on. */
  async seesMovement(within = 30_000): Promise<void> {
    let before = await this.framesShown();
    let grown = 0;
    await until(
      'the picture to move',
      async () => {
        const now = await this.framesShown();
        // A picture that came back counts from nothing again.
        grown = now < before ? now : grown + now - before;
        before = now;
        return grown >= 5;
      },
      { within },
    );
  }

  /** Clicks on the user's screen, at a place in its own pixels, and types there; waits for a screen that is coming back. */
  async typeAt(x: number, y: number, text: string): Promise<void> {
    const screen = this.page.locator('md-screen-view');
    const place = await until('the screen to be seen', () =>
      screen.evaluate(placeOnPage, { x, y }),
    );
    await this.page.mouse.click(place.x, place.y);
    await this.page.keyboard.type(text, { delay: 15 });
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** Where a place of the picture, in its own pixels, stands on the page; undefined while no picture is seen. Runs in the browser. */
function placeOnPage(screen: HTMLElement, { x, y }: { x: number; y: number }) {
  const box = screen.getBoundingClientRect();
  const [canvas, video] = [screen.querySelector('canvas'), screen.querySelector('video')];
  const byTiles = screen.dataset['face'] === 'tiles';
  const width = (byTiles ? canvas?.width : video?.videoWidth) ?? 0;
  const height = (byTiles ? canvas?.height : video?.videoHeight) ?? 0;
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(box.width / width, box.height / height);
  const indent = (box.width - width * scale) / 2;
  const drop = (box.height - height * scale) / 2;
  return { x: box.x + indent + x * scale, y: box.y + drop + y * scale };
}
