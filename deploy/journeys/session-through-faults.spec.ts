import { readFileSync } from 'node:fs';
import type { House } from '../supervisor/house.js';
import type { PartName } from '../supervisor/part.js';
import { startHouse } from '../supervisor/start-house.js';
import { until } from '../supervisor/until.js';
import { TechnicianDesk } from '../technician/technician-desk.js';
import { HelpedPerson, strongAction } from './helped-person.js';
import { TechnicianWindow } from './technician-window.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 240_000;

const killed: readonly PartName[] = ['worker', 'temporal', 'api', 'janus', 'postgres'];

describe('A session whose parts are killed while the technician works', () => {
  let house: House;
  let desk: TechnicianDesk;
  let greta: TechnicianWindow;
  let aaron: HelpedPerson;
  let id: string;
  let typed: string;

  beforeAll(async () => {
    house = await startHouse();
    desk = await TechnicianDesk.open(house.url, 'greta', house.secrets.MAYDAY_DEMO_PASSWORD);
    aaron = await HelpedPerson.sitDown();
    typed = await aaron.openTerminal();
    await aaron.showClock();
    greta = await TechnicianWindow.open(house, 'greta');
  });

  afterAll(async () => {
    await greta.close();
    await aaron.leave();
    await house.stop();
  });

  it('begins with an invitation, a helper and a hand that allows', async () => {
    const subject = 'Illustrator closes when I export';
    const link = await greta.invite('Aaron Whitfield', subject);
    await greta.page.getByText(subject).first().click();
    await greta.page.keyboard.press('Enter');
    await greta.page.waitForURL(/\/sessions\//);
    id = new URL(greta.page.url()).pathname.split('/').at(-1) ?? '';
    await aaron.startHelper(link);
    await greta.page.getByRole('button', { name: 'Start' }).click();
    await aaron.person.pressUntil('the person to allow it', strongAction, async () => {
      return (await desk.session(id)).state === 'active';
    });
    await greta.seesMovement();
  });

  it('lets the technician type on the user’s desktop', async () => {
    await types('before the faults');
  });

  for (const part of killed) {
    it(`goes on with picture and control after ${part} was killed`, async () => {
      await house.kill(part);
      await house.whenReady(part);
      await greta.seesMovement(45_000);
      await types(`after ${part}`);
      const session = await until('the desk to answer', () => answered(() => desk.session(id)));
      expect(session.state).toBe('active');
    });
  }

  it('was recorded once, in order, and closes', async () => {
    await desk.close(id, 'solved');
    const events = await desk.timeline(id);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'connected').length).toBe(1);
    expect(events.at(-1)?.type).toBe('closed');
  });

  /** Types a line until it arrives: a person who has just used their own mouse comes first for a moment. */
  async function types(line: string): Promise<void> {
    await until(`“${line}” to be typed`, async () => {
      await greta.typeAt(300, 350, `${line}\n`);
      return readFileSync(typed, 'utf8').split('\n').includes(line);
    });
  }
});

/** The answer, or undefined while the desk cannot give one. */
async function answered<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch {
    return undefined; // The desk is on its way back; whoever waits asks again.
  }
}
