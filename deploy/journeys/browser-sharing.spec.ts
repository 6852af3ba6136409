import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newPerson, openMovingPicture, startChromium } from '../../agent/page/testing/chromium.js';
import type { House } from '../supervisor/house.js';
import { startHouse } from '../supervisor/start-house.js';
import { until } from '../supervisor/until.js';
import { TechnicianDesk } from '../technician/technician-desk.js';
import { TechnicianWindow } from './technician-window.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 180_000;

const subject = 'Illustrator closes when I export';

describe('A person who shows the screen from the browser', () => {
  let house: House;
  let desk: TechnicianDesk;
  let greta: TechnicianWindow;
  let browser: Browser;
  let aaron: BrowserContext;
  let page: Page;
  let id: string;
  let link: string;

  beforeAll(async () => {
    house = await startHouse();
    desk = await TechnicianDesk.open(house.url, 'greta', house.secrets.MAYDAY_DEMO_PASSWORD);
    greta = await TechnicianWindow.open(house, 'greta');
    browser = await startChromium();
    aaron = await newPerson(browser);
    await openMovingPicture(aaron);
    page = await aaron.newPage();
    page.setDefaultTimeout(30_000);
  });

  afterAll(async () => {
    await browser.close();
    await greta.close();
    await house.stop();
  });

  const heading = (name: string): Promise<void> =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const button = (name: string): Promise<void> => page.getByRole('button', { name }).click();

  it('follows the link and waits in the browser', async () => {
    const invitation = await desk.invite({ name: 'Aaron Whitfield', subject });
    id = invitation.session.id;
    link = invitation.link.url;
    await page.goto(link);
    await heading('Greta Lindqvist would like to help you');
    await button('Show my screen in this browser');
    await heading('Greta Lindqvist will join in a moment');
    const { state, deviceCard } = await desk.session(id);
    expect(state).toBe('ready');
    expect(deviceCard?.kind).toBe('browser');
  });

  it('reads what the technician writes, and answers', async () => {
    await desk.say(id, 'Hello Aaron, I will have a look with you.');
    await page.getByText('I will have a look with you.').waitFor();
    await page.getByRole('textbox').fill('It happens every time.');
    await page.keyboard.press('Enter');
    await page.getByText('It happens every time.').waitFor();
  });

  it('is asked, chooses what to show, and is seen', async () => {
    await greta.openSession(id);
    await desk.start(id, ['view']);
    await heading('Greta Lindqvist asks to see your screen');
    await button('Yes, choose what to show');
    await heading('You are showing your screen');
    await greta.seesMovement();
    expect((await desk.session(id)).grantedScopes).toEqual(['view']);
    await page.getByText('Greta Lindqvist sees your screen').waitFor();
  });

  for (const part of ['api', 'janus'] as const) {
    it(`is seen again by itself after ${part} was killed`, async () => {
      await house.kill(part);
      await house.whenReady(part);
      await greta.seesMovement(60_000);
      await heading('You are showing your screen');
    });
  }

  it('cannot be joined from another device', async () => {
    const stranger = await newPerson(browser);
    const other = await stranger.newPage();
    await other.goto(link);
    await other.getByRole('button', { name: 'Show my screen in this browser' }).click();
    await other.getByRole('heading', { name: 'This link is in use on another device' }).waitFor();
    await stranger.close();
  });

  it('stops at once, and can be asked again', async () => {
    await button('Stop');
    await heading('Nobody sees your screen');
    await until('the consent to be withdrawn', async () => {
      const { consent, state } = await desk.session(id);
      return consent === 'withdrawn' && state === 'ready';
    });
    await desk.start(id, ['view']);
    await button('Yes, choose what to show');
    await heading('You are showing your screen');
    await greta.seesMovement();
  });

  it('gets thanks and a receipt when the technician closes', async () => {
    await desk.close(id, 'solved');
    await heading('Thank you, Aaron Whitfield');
    const receipt = await page.locator('.receipt').innerText();
    for (const part of [subject, 'Greta Lindqvist', 'See your screen']) {
      expect(receipt).toContain(part);
    }
  });
});
