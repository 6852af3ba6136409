import type { Picture } from '../../agent/platform/desktop.js';
import type { House } from '../supervisor/house.js';
import { startHouse } from '../supervisor/start-house.js';
import { until } from '../supervisor/until.js';
import { TechnicianDesk } from '../technician/technician-desk.js';
import { HelpedPerson, stopAction, strongAction } from './helped-person.js';
import { TechnicianWindow } from './technician-window.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 180_000;

/** Where the pointer rests, and how far its picture can reach. */
const rest = { x: 1240, y: 690 };
const pointerReach = 40;

describe('The picture that the technician sees', () => {
  let house: House;
  let desk: TechnicianDesk;
  let greta: TechnicianWindow;
  let aaron: HelpedPerson;
  let id: string;

  beforeAll(async () => {
    house = await startHouse();
    desk = await TechnicianDesk.open(house.url, 'greta', house.secrets.MAYDAY_DEMO_PASSWORD);
    greta = await TechnicianWindow.open(house, 'greta');
    aaron = await HelpedPerson.sitDown();
    await aaron.openTerminal();
    const invitation = { name: 'Aaron Whitfield', subject: 'Illustrator closes when I export' };
    const { session, link } = await desk.invite({ ...invitation, channel: 'design-mac' });
    id = session.id;
    await aaron.startHelper(link.url);
    await inState('ready');
  });

  afterAll(async () => {
    await greta.close();
    await aaron.leave();
    await house.stop();
  });

  it('is not there before the person allows it', async () => {
    await desk.start(id, ['view', 'control']);
    await greta.openSession(id);
    await aaron.person.waitFor('the button that allows', strongAction);
    expect(await greta.face()).toBeNull();
    await aaron.person.pressUntil('the question to be answered by hand', strongAction, async () => {
      return (await desk.session(id)).state === 'active';
    });
  });

  it('is the screen, pixel by pixel', async () => {
    await seesEveryPixel();
  });

  it('is the whole screen for who comes later, though nothing moves', async () => {
    await greta.page.reload();
    await seesEveryPixel();
  });

  it('is the whole screen again after the relay was killed, though nothing moves', async () => {
    const before = await greta.framesShown();
    await house.kill('janus');
    await house.whenReady('janus');
    await until('another picture', async () => (await greta.framesShown()) > before, {
      within: 45_000,
    });
    await seesEveryPixel();
  });

  it('follows what changes, to the last pixel', async () => {
    await aaron.showClock();
    await greta.seesMovement();
    await greta.typeAt(300, 350, 'exactly\n');
    expect(await greta.face()).toBe('tiles');
  });

  it('ends at once when the person stops, and nothing of it stays', async () => {
    const stop = await aaron.person.waitFor('the button that stops', stopAction);
    await until('the consent to be withdrawn', async () => {
      await aaron.person.press(stop);
      return (await desk.session(id)).consent === 'withdrawn';
    });
    await until('the picture to be gone', async () => (await greta.face()) === null);
    // Its place on the page goes a moment later, with all that was counted there.
    const place = greta.page.locator('md-screen-view');
    await place.waitFor({ state: 'detached' });
    const later = await desk.say(id, 'What happened?');
    expect(later.id).toBeTruthy();
    expect(await place.count()).toBe(0);
  });

  /** Waits until what is seen and what is there are the same but for the pointer, and the helper's bar rests. */
  async function seesEveryPixel(): Promise<void> {
    let differing = -1;
    await until(
      'every pixel to be as it is on the screen',
      async () => {
        aaron.person.point(rest);
        const seen = await greta.pixelsSeen();
        differing = seen ? differences(seen, aaron.person.look()) : -1;
        return differing === 0;
      },
      { within: 45_000, every: 300 },
    ).catch((error: unknown) => {
      throw new Error(`${differing} pixels differ.`, { cause: error });
    });
  }

  async function inState(state: string): Promise<void> {
    await until(`the session to be ${state}`, async () => (await desk.session(id)).state === state);
  }
});

function differences(seen: Uint32Array, { width, pixels }: Picture): number {
  if (seen.length !== pixels.length) return pixels.length;
  return pixels.reduce((count, pixel, at) => {
    const isPointer =
      Math.abs((at % width) - rest.x) < pointerReach &&
      Math.abs(Math.floor(at / width) - rest.y) < pointerReach;
    return isPointer || (pixel & 0xffffff) === seen[at] ? count : count + 1;
  }, 0);
}
