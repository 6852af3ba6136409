import { rm } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildPage } from './testing/built-page.js';
import { newPerson, startChromium } from './testing/chromium.js';
import { FakeDesk } from './testing/fake-desk.js';
import { sampleVisit } from './testing/sample.js';
import { followLink, joinInBrowser, sampleToken } from './testing/visitor.js';

describe('The page behind a link', () => {
  let folder: string;
  let browser: Browser;
  let desk: FakeDesk;
  let person: BrowserContext;

  beforeAll(async () => {
    [folder, browser] = await Promise.all([buildPage(), startChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    desk = await FakeDesk.start(folder);
    person = await newPerson(browser);
  });
  afterEach(async () => {
    await person.close();
    desk.stop();
  });

  const heading = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole('heading', { level: 1, name }).waitFor();

  it('says who asks, for whom, about what, what will be asked and until when', async () => {
    const { page, faults } = await followLink(person, desk);
    await heading(page, 'Greta Lindqvist would like to help you');
    const text = await page.locator('main').innerText();
    for (const part of ['Aaron Whitfield', 'Illustrator closes', 'see your screen', 'in 3 hours']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Your bank, the police and Microsoft never ask for this.');
    expect(faults).toEqual([]);
  });

  it('takes the token out of the address and still knows it after a reload', async () => {
    const { page } = await followLink(person, desk);
    await heading(page, /would like to help/);
    expect(page.url()).toBe(`${desk.origin}/i`);
    await page.reload();
    await heading(page, /would like to help/);
    expect(desk.calls.map(({ body }) => body['token'])).toEqual([sampleToken, sampleToken]);
  });

  it('begins again with a second link that is pasted into the same tab', async () => {
    const { page } = await followLink(person, desk);
    await heading(page, /would like to help/);
    desk.visit = sampleVisit({ subject: 'Cannot print to A3' });
    await page.goto(`${desk.origin}/i#another-token-0123456789`);
    await page.getByText('Cannot print to A3').waitFor();
    expect(desk.calls.at(-1)?.body['token']).toBe('another-token-0123456789');
  });

  const troubles: readonly (readonly [code: string, title: string])[] = [
    ['link-expired', 'This link has run out'],
    ['link-withdrawn', 'This invitation was taken back'],
    ['link-used-by-another-device', 'This link is in use on another device'],
    ['session-closed', 'This session is over'],
    ['link-unknown', 'We do not know this link'],
  ];
  for (const [code, title] of troubles) {
    it(`has a sentence of its own for ${code}`, async () => {
      desk.problem = code;
      const { page } = await followLink(person, desk);
      await heading(page, title);
    });
  }

  it('leads on to other ways of getting help where a link leads nowhere any more', async () => {
    desk.problem = 'session-closed';
    const { page } = await followLink(person, desk);
    await heading(page, 'This session is over');
    const onward = page.getByRole('link', { name: 'Other ways to get help' });
    expect(await onward.getAttribute('href')).toBe('/help');
  });

  it('does not bother the desk with what cannot be a token', async () => {
    const page = await person.newPage();
    await page.goto(`${desk.origin}/i#oops`);
    await heading(page, 'We do not know this link');
    await page.goto(`${desk.origin}/help`);
    expect(desk.calls.filter(({ what }) => what.startsWith('POST'))).toEqual([]);
  });

  it('keeps trying while the desk cannot be reached, and goes on by itself', async () => {
    desk.away = true;
    const { page } = await followLink(person, desk);
    await heading(page, 'The desk cannot be reached');
    desk.away = false;
    await heading(page, 'Greta Lindqvist would like to help you');
  });

  it('tells that another device has the link when joining is refused', async () => {
    const { page } = await followLink(person, desk);
    await heading(page, /would like to help/);
    desk.problem = 'link-used-by-another-device';
    await page.getByRole('button', { name: 'Show my screen in this browser' }).click();
    await heading(page, 'This link is in use on another device');
  });

  it('speaks the browser’s language, the link’s before it, and the one that is switched to', async () => {
    const brazilian = await newPerson(browser, { locale: 'pt-BR' });
    const { page } = await followLink(brazilian, desk);
    await heading(page, 'Greta Lindqvist quer ajudar você');
    desk.visit = sampleVisit({ language: 'en' });
    await page.reload();
    await heading(page, 'Greta Lindqvist would like to help you');
    await page.getByRole('button', { name: 'Português' }).click();
    await heading(page, 'Greta Lindqvist quer ajudar você');
    await page.reload();
    await heading(page, 'Greta Lindqvist quer ajudar você');
    expect(await page.locator('html').getAttribute('lang')).toBe('pt-BR');
    await brazilian.close();
  });

  it('offers the helper with a link to paste, and notices when the helper has taken it', async () => {
    await person.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { page } = await followLink(person, desk);
    await page.getByRole('button', { name: 'Use the helper' }).click();
    const download = page.getByRole('link', { name: /Download the helper for Linux/ });
    expect(await download.getAttribute('href')).toBe('/download/mayday-helper-linux-x64');
    await page.getByRole('button', { name: 'Copy my link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const link = `${desk.origin}/i#${sampleToken}`;
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    const open = page.getByRole('link', { name: 'I already have the helper' });
    expect(await open.getAttribute('href')).toBe(`mayday:${link}`);
    desk.visit = sampleVisit({ state: 'ready' });
    await page.getByText('The helper has your link.').waitFor();
  });

  it('shows the browser’s way first to systems without a helper', async () => {
    const windows = await newPerson(browser, {
      userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0 Safari/537.36',
    });
    const { page } = await followLink(windows, desk);
    await page.getByRole('button', { name: 'Use the helper' }).click();
    await page.getByText('There is no helper for Windows yet.').waitFor();
    await joinInBrowser(page);
    await windows.close();
  });

  it('can be used by keyboard alone', async () => {
    const { page } = await followLink(person, desk);
    await heading(page, /would like to help/);
    // The heading has the focus, so that it is read out; the ways on come next.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await heading(page, 'Greta Lindqvist will join in a moment');
  });

  it('fits a phone without scrolling sideways', async () => {
    const { page } = await followLink(person, desk);
    await page.setViewportSize({ width: 390, height: 844 });
    await heading(page, /would like to help/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('takes a pasted link on the help page, and tells what is wrong with another text', async () => {
    const page = await person.newPage();
    await page.goto(`${desk.origin}/help`);
    const field = page.getByLabel('Have you been given a link? Paste it here.');
    await field.fill('my computer is slow');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('This does not look like a link of this desk.').waitFor();
    await field.fill(`${desk.origin}/i#${sampleToken}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(page, 'Greta Lindqvist would like to help you');
  });
});
