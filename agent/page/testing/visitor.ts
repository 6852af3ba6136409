import type { BrowserContext, Page } from 'playwright-core';
import type { FakeDesk } from './fake-desk.js';

export const sampleToken = 'AbCdEfGhIjKlMnOpQrStUvWxYz_0123456789-abcde';

/** A person who follows the sample link; anything that the page's policy blocks or throws is collected. */
export async function followLink(
  person: BrowserContext,
  desk: FakeDesk,
): Promise<{ page: Page; faults: string[] }> {
  const page = await person.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  await page.goto(`${desk.origin}/i#${sampleToken}`);
  return { page, faults };
}

/** Goes on in the browser until the technician is awaited. */
export async function joinInBrowser(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show my screen in this browser' }).click();
  await page.getByRole('heading', { name: 'Greta Lindqvist will join' }).waitFor();
}

/** Says yes to the open question; Chromium then chooses by itself. */
export async function allow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Yes, choose what to show' }).click();
}
