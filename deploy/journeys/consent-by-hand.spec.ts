import { XConnection } from '../../agent/platform/x11/x-connection.js';
import { xtest } from '../../agent/platform/x11/xtest.js';
import { startHouse } from '../supervisor/start-house.js';
import type { House } from '../supervisor/house.js';
import { until } from '../supervisor/until.js';
import { TechnicianDesk, type SessionDetail } from '../technician/technician-desk.js';
import type { Place } from '../desktop/person.js';
import { HelpedPerson, strongAction } from './helped-person.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 120_000;

describe('Consent, given with the helper', () => {
  let house: House;
  let greta: TechnicianDesk;
  let aaron: HelpedPerson;

  beforeAll(async () => {
    house = await startHouse();
    greta = await TechnicianDesk.open(house.url, 'greta', house.secrets.MAYDAY_DEMO_PASSWORD);
    aaron = await HelpedPerson.sitDown();
  });

  afterAll(async () => {
    await aaron.leave();
    await house.stop();
  });

  it('counts when a hand gives it, and not when the technician’s pointer would', async () => {
    const invitation = { name: 'Aaron Whitfield', subject: 'Illustrator closes when I export' };
    const { session, link } = await greta.invite({ ...invitation, channel: 'design-mac' });
    await aaron.startHelper(link.url);
    await inState(session.id, 'ready');
    const card = await until('the device to tell of itself', async () => {
      return (await greta.session(session.id)).deviceCard ?? undefined;
    });
    expect(card.kind).toBe('helper');
    expect(card.info.screens?.[0]).toEqual(jasmine.objectContaining({ width: 1280, height: 720 }));

    await greta.start(session.id, ['view', 'control']);
    const allow = await aaron.person.waitFor('the button that allows', strongAction);
    await pressInjected(aaron.desktop.display, allow);
    const asked = await greta.session(session.id);
    expect(asked.state).toBe('ready');
    expect(asked.question?.scopes).toEqual(['view', 'control']);

    await until('the question to be answered by hand', async () => {
      await aaron.person.press(allow);
      return (await greta.session(session.id)).question === null;
    });
    const active = await inState(session.id, 'active');
    expect(active.grantedScopes).toEqual(['view', 'control']);
    expect(active.driver?.key).toBe('greta');

    await greta.close(session.id, 'solved');
    const closed = await inState(session.id, 'closed');
    expect(closed.outcome).toBe('solved');
  });

  function inState(id: string, state: SessionDetail['state']): Promise<SessionDetail> {
    return until(`the session to be ${state}`, async () => {
      const session = await greta.session(id);
      return session.state === state && session;
    });
  }
});

/** What a program does that injects input on the person's own display. */
async function pressInjected(display: string, { x, y }: Place): Promise<void> {
  const connection = new XConnection(display, () => undefined);
  // The question arms itself shortly after it appears; a press before that proves nothing.
  for (let press = 0; press < 10; press += 1) {
    xtest.motion(connection.display, -1, x, y, 0);
    xtest.button(connection.display, 1, 1, 0);
    xtest.button(connection.display, 1, 0, 0);
    connection.flush();
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  connection.close();
}
