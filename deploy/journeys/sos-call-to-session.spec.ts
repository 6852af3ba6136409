import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newPerson, openMovingPicture, startChromium } from '../../agent/page/testing/chromium.js';
import type { House } from '../supervisor/house.js';
import { startHouse } from '../supervisor/start-house.js';
import { until } from '../supervisor/until.js';
import { TechnicianDesk } from '../technician/technician-desk.js';
import { TechnicianWindow } from './technician-window.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 180_000;

const subject = 'The till does not open';

describe('A person who asks for help on the desk’s page', () => {
  let house: House;
  let desk: TechnicianDesk;
  let julia: TechnicianWindow;
  let browser: Browser;
  let aaron: BrowserContext;
  let page: Page;
  let request: string;

  beforeAll(async () => {
    house = await startHouse();
    desk = await TechnicianDesk.open(house.url, 'julia', house.secrets.MAYDAY_DEMO_PASSWORD);
    julia = await TechnicianWindow.open(house, 'julia');
    browser = await startChromium();
    aaron = await newPerson(browser);
    await openMovingPicture(aaron);
    page = await aaron.newPage();
    page.setDefaultTimeout(30_000);
  });

  afterAll(async () => {
    await browser.close();
    await julia.close();
    await house.stop();
  });

  const heading = (name: string | RegExp): Promise<void> =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const button = (name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name }).click();

  it('finds what the manager of a channel has opened, and asks', async () => {
    await desk.openSosCall('stores', {
      name: 'Tills and card terminals',
      listed: true,
      fields: [{ label: 'Which shop?', kind: 'text', required: true }],
    });
    await page.goto(`${house.url}/help`);
    await page.getByRole('link', { name: /Tills and card terminals/ }).click();
    await page.getByLabel('What is wrong, in one sentence').fill(subject);
    await page.getByLabel('Which shop?').fill('Harbour Street');
    await page.getByLabel('Your name').fill('Aaron Whitfield');
    await button('Ask for help');
    await heading(/^Your request is number \d+$/);
    await page.getByText('You are next.').waitFor();
    await page.getByText('There is no estimate yet').waitFor();
    request = page.url();
  });

  it('may close the window, and finds the request again', async () => {
    await page.close();
    page = await aaron.newPage();
    await page.goto(`${house.url}/help`);
    await button('Go back to your request');
    await heading(/^Your request is number \d+$/);
    expect(new URL(page.url()).pathname).toBe(new URL(request).pathname);
  });

  it('can write while nobody is there yet, is taken out of the queue, and is seen', async () => {
    await page.getByRole('textbox').fill('It beeps as well.');
    await page.keyboard.press('Enter');
    const { id } = await until('the request to be in the queue', async () =>
      (await desk.queue('unassigned')).find((row) => row.subject === subject),
    );
    await desk.claim(id);
    await heading('Julia Castelo will join in a moment');
    await julia.openSession(id);
    await julia.page.getByText('It beeps as well.').waitFor();
    await desk.start(id, ['view']);
    await button('Yes, choose what to show');
    await heading('You are showing your screen');
    await julia.seesMovement();
    await desk.close(id, 'solved');
  });

  it('says how it was, and opens the request again when it was not solved', async () => {
    await heading('Thank you, Aaron Whitfield');
    await page.getByText('Very good').click();
    await button('Send');
    await page.getByText('Thank you for your answer.').waitFor();
    await page.reload();
    await heading('Thank you, Aaron Whitfield');
    await button('It is not solved: ask again');
    await heading('Julia Castelo will join in a moment');
  });
});
