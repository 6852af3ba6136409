import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { HelpedPerson, strongAction } from '../deploy/journeys/helped-person.js';
import { TechnicianWindow } from '../deploy/journeys/technician-window.js';
import { startHouse } from '../deploy/supervisor/start-house.js';
import { until } from '../deploy/supervisor/until.js';
import { TechnicianDesk } from '../deploy/technician/technician-desk.js';
import { Closing } from './closing.js';
import { atMost } from './measure/verdict.js';
import type { Finding } from './measure/result.js';
import type { Measurement } from './measurement.js';

const minute = 60_000;
const usualMinutes = 30;
/** At which share of the session the desk is killed, long past the first media ticket. */
const killAt = 1 / 3;

/** A whole session with picture and control, by a real helper and a real browser, as long as one may last. */
export const longSession: Measurement = {
  id: 'LONG-SESSION',
  what: 'half an hour of one session: minutes in which picture or control failed, with the API killed on the way',
  onlyByName: true,
  measure: async ({ quick, runs }) => [await measure(runs ?? (quick ? 3 : usualMinutes))],
};

interface Minute {
  readonly movement: boolean;
  readonly typed: boolean;
  readonly state: string;
}

async function measure(minutes: number): Promise<Finding> {
  const closing = new Closing();
  try {
    const session = await begin(closing);
    const passed: Minute[] = [];
    for (let count = 0; count < minutes; count += 1) {
      const began = performance.now();
      if (count === Math.floor(minutes * killAt)) await session.killApi();
      passed.push(await session.live(`minute ${count + 1}`));
      console.log(`    minute ${count + 1}: ${JSON.stringify(passed.at(-1))}`);
      await pause(Math.max(0, minute - (performance.now() - began)));
    }
    return finding(passed, await session.end());
  } finally {
    await closing.close();
  }
}

async function begin(closing: Closing) {
  const house = await startHouse();
  closing.add(() => house.stop());
  const desk = await TechnicianDesk.open(house.url, 'greta', house.secrets.MAYDAY_DEMO_PASSWORD);
  const aaron = await HelpedPerson.sitDown();
  closing.add(() => aaron.leave());
  const typed = await aaron.openTerminal();
  await aaron.showClock();
  const greta = await TechnicianWindow.open(house, 'greta');
  closing.add(() => greta.close());
  const invitation = { name: 'Aaron Whitfield', subject: 'A long one', channel: 'design-mac' };
  const { session, link } = await desk.invite(invitation);
  await greta.openSession(session.id);
  await aaron.startHelper(link.url);
  await until('the device to be there', async () => {
    return (await desk.session(session.id)).state === 'ready';
  });
  await desk.start(session.id, ['view', 'control']);
  await aaron.person.pressUntil('the person to allow it', strongAction, async () => {
    return (await desk.session(session.id)).state === 'active';
  });
  await greta.seesMovement(2 * minute);
  return {
    async killApi() {
      await house.kill('api');
      await house.whenReady('api');
    },
    async live(line: string): Promise<Minute> {
      const movement = await works(() => greta.seesMovement(45_000));
      const arrived = await works(() =>
        until(line, async () => {
          await greta.typeAt(300, 350, `${line}\n`);
          return readFileSync(typed, 'utf8').split('\n').includes(line);
        }),
      );
      return { movement, typed: arrived, state: (await desk.session(session.id)).state };
    },
    async end(): Promise<readonly string[]> {
      await desk.close(session.id, 'solved');
      return (await desk.timeline(session.id)).map(({ type }) => type);
    },
  };
}

/** Whether something came true in its time; that it did not is what is counted here. */
async function works(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    console.log(`    ${String(error)}`);
    return false;
  }
}

function finding(minutes: readonly Minute[], events: readonly string[]): Finding {
  const failed = minutes.filter(
    ({ movement, typed, state }) => !movement || !typed || state !== 'active',
  );
  const connected = events.filter((type) => type === 'connected').length;
  return {
    id: longSession.id,
    what: longSession.what,
    figure: `${failed.length} of ${minutes.length} minutes failed; connected ${connected} times`,
    goal: '0; once',
    verdict: atMost(failed.length + Math.abs(connected - 1), 0),
    details: [
      {
        title: 'What was recorded of it, in order',
        columns: ['events'],
        rows: [[events.join(', ')]],
      },
    ],
  };
}
