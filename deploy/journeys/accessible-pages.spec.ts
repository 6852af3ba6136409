import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { House } from '../supervisor/house.js';
import { project } from '../supervisor/places.js';
import { startHouse } from '../supervisor/start-house.js';
import { TechnicianWindow } from './technician-window.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 180_000;

/** The desk's pages, each with what is on it once it is complete. */
const deskPages: readonly (readonly [path: string, complete: string])[] = [
  ['/queue/mine', '.cell-state'],
  ['/queue/unassigned', '.tabs'],
  ['/queue/closed', '.tabs'],
  ['/doors', '.table tbody tr'],
  ['/search', '.state'],
  ['/notices', 'h1'],
  ['/channels', '.manage-row'],
  ['/groups', '.manage-row'],
  ['/technicians', '.manage-row'],
  ['/requesters', '.manage-row'],
  ['/customers', '.manage-row'],
  ['/promises', '.manage-row'],
  ['/routing/channels', 'form'],
  ['/routing/rules', 'form'],
  ['/routing/try', 'form'],
  ['/webhooks', 'h1'],
  ['/reports', 'h1'],
  ['/audit', '.audit-line'],
  ['/retention', 'form'],
  ['/policy/who', '.cell'],
  ['/policy/files', 'textarea'],
  ['/policy/changes', 'h2'],
  ['/no-such-page', 'a'],
];

describe('Every page', () => {
  let house: House;
  let nora: TechnicianWindow;
  let page: Page;
  let link: string;

  beforeAll(async () => {
    house = await startHouse();
    nora = await TechnicianWindow.open(house, 'nora');
    page = nora.page;
    link = await nora.invite('Aaron Whitfield', 'The till does not open');
  });

  afterAll(async () => {
    await nora.close();
    await house.stop();
  });

  it('of the desk can be read and used by everybody, in light and in dark', async () => {
    const context = page.context();
    const second = await context.browser()?.newPage({ storageState: await context.storageState() });
    const left = [...deskPages];
    const lookThrough = async (window: Page): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        await look(window, ...next);
      }
    };
    await Promise.all([page, ...(second ? [second] : [])].map(lookThrough));
    await second?.close();
  });

  it('can be also where a form says what is wrong with it, and leads there', async () => {
    await page.goto(`${house.url}/channels`);
    await page.getByRole('button', { name: 'New channel' }).click();
    await page.getByLabel('A code works for (minutes)').fill('99');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write a whole number from 1 to 60.').waitFor();
    await page.locator('#channel-name[aria-invalid=true]:focus').waitFor();
    await judge(page, 'a channel with faults');
    await page.goto(`${house.url}/promises`);
    await page.getByRole('button', { name: /^Office hours/ }).click();
    await page.getByLabel('Hours, Tuesday').fill('9-5');
    await page.getByLabel('Hours, Tuesday').press('Tab');
    await page.getByText('They may touch, not overlap.').waitFor();
    await judge(page, 'a calendar with hours that cannot be read');
  });

  it('of a session can be, too', async () => {
    await page.goto(`${house.url}/queue/mine`);
    await page.getByRole('link', { name: 'Aaron Whitfield' }).first().click();
    await page.waitForURL(/\/sessions\//);
    for (const tab of ['Device', 'Timeline', 'Chat']) {
      await page.getByRole('tab', { name: tab }).click();
      await judge(page, `session, ${tab}`);
    }
  });

  it('of the person who needs help can be, too', async () => {
    await look(page, new URL(link).pathname + new URL(link).hash, 'h1');
    await look(page, '/help/code', 'h1');
    await look(page, '/help', '.calls a');
    await page.locator('.calls a').first().click();
    await page.waitForURL(/\/sos/);
    await page.locator('form').waitFor();
    await judge(page, '/sos');
  });

  it('that the desk has was looked at', () => {
    const routes = readFileSync(join(project, 'console/src/app/app-routes.ts'), 'utf8');
    const first = (path: string) => path.split('/')[0] ?? '';
    const seen = new Set([
      'sign-in',
      'sessions',
      '**',
      ...deskPages.map(([path]) => first(path.slice(1))),
    ]);
    const paths = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => first(path));
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !seen.has(path))).toEqual([]);
  });

  async function look(page: Page, path: string, complete: string): Promise<void> {
    await page.goto(house.url + path);
    await page.locator(complete).first().waitFor();
    await judge(page, path);
  }

  /** Shows the page in other colours, and waits until it was drawn in them: before that axe mixes both. */
  async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The browser may answer before the page has heard of it.
    await page.waitForFunction(
      (scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches,
      colorScheme,
    );
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          requestAnimationFrame(() => {
            requestAnimationFrame(() => {
              done();
            });
          });
        }),
    );
  }

  /** In the dark only what depends on colours is looked at again. */
  async function judge(page: Page, what: string): Promise<void> {
    await paint(page, 'light');
    expect(await faults(page, {}))
      .withContext(`${what}, light`)
      .toEqual([]);
    await paint(page, 'dark');
    expect(await faults(page, { runOnly: ['color-contrast'] }))
      .withContext(`${what}, dark`)
      .toEqual([]);
  }

  /** What axe calls serious or critical, and where it is. */
  async function faults(page: Page, options: axe.RunOptions): Promise<readonly string[]> {
    await page.evaluate(axe.source);
    await page.evaluate(coloursSettled);
    const { violations } = await page.evaluate(
      (asked) => (window as unknown as { axe: typeof axe }).axe.run(document, asked),
      { ...options, resultTypes: ['violations' as const] },
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }
});

/** Waits until no colour is on its way to another; runs in the browser. */
async function coloursSettled(): Promise<void> {
  const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(changing.map(({ finished }) => finished));
}
