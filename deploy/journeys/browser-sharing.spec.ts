import { newPerson } from '../../agent/page/testing/chromium.js';
import { until } from '../supervisor/until.js';
import { PageScene } from './page-scene.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 180_000;

const subject = 'Illustrator closes when I export';

describe('A person who shows the screen from the browser', () => {
  let scene: PageScene;
  let id: string;
  let link: string;

  beforeAll(async () => {
    scene = await PageScene.open('greta');
  });

  afterAll(async () => {
    await scene.close();
  });

  it('follows the link and waits in the browser', async () => {
    const invitation = await scene.desk.invite({ name: 'Aaron Whitfield', subject });
    id = invitation.session.id;
    link = invitation.link.url;
    await scene.page.goto(link);
    await scene.heading('Greta Lindqvist would like to help you');
    await scene.press('Show my screen in this browser');
    await scene.heading('Greta Lindqvist will join in a moment');
    const { state, deviceCard } = await scene.desk.session(id);
    expect(state).toBe('ready');
    expect(deviceCard?.kind).toBe('browser');
  });

  it('reads what the technician writes, and answers', async () => {
    await scene.desk.say(id, 'Hello Aaron, I will have a look with you.');
    await scene.page.getByText('I will have a look with you.').waitFor();
    await scene.page.getByRole('textbox').fill('It happens every time.');
    await scene.page.keyboard.press('Enter');
    await scene.page.getByText('It happens every time.').waitFor();
  });

  it('is asked, chooses what to show, and is seen', async () => {
    await scene.technician.openSession(id);
    await scene.desk.start(id, ['view']);
    await scene.heading('Greta Lindqvist asks to see your screen');
    await scene.press('Yes, choose what to show');
    await scene.heading('You are showing your screen');
    await scene.technician.seesMovement();
    expect((await scene.desk.session(id)).grantedScopes).toEqual(['view']);
    await scene.page.getByText('Greta Lindqvist sees your screen').waitFor();
  });

  for (const part of ['api', 'janus'] as const) {
    it(`is seen again by itself after ${part} was killed`, async () => {
      await scene.house.kill(part);
      await scene.house.whenReady(part);
      await scene.technician.seesMovement(60_000);
      await scene.heading('You are showing your screen');
    });
  }

  it('cannot be joined from another device', async () => {
    const stranger = await newPerson(scene.browser);
    const other = await stranger.newPage();
    await other.goto(link);
    await other.getByRole('button', { name: 'Show my screen in this browser' }).click();
    await other.getByRole('heading', { name: 'This link is in use on another device' }).waitFor();
    await stranger.close();
  });

  it('stops at once, and can be asked again', async () => {
    await scene.press('Stop');
    await scene.heading('Nobody sees your screen');
    await until('the consent to be withdrawn', async () => {
      const { consent, state } = await scene.desk.session(id);
      return consent === 'withdrawn' && state === 'ready';
    });
    await scene.desk.start(id, ['view']);
    await scene.press('Yes, choose what to show');
    await scene.heading('You are showing your screen');
    await scene.technician.seesMovement();
  });

  it('gets thanks and a receipt when the technician closes', async () => {
    await scene.desk.close(id, 'solved');
    await scene.heading('Thank you, Aaron Whitfield');
    const receipt = await scene.page.locator('.receipt').innerText();
    for (const part of [subject, 'Greta Lindqvist', 'See your screen']) {
      expect(receipt).toContain(part);
    }
  });
});
