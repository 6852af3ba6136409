import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { openDatabase } from '../../activities/store/database.js';
import { LiveBell } from '../../activities/store/feed/live-bell.js';
import { SessionRecord } from '../../activities/record/session-record.js';
import type { House } from '../../deploy/supervisor/house.js';
import { ownerUrlOf } from '../../deploy/supervisor/owner-url-of.js';
import { startHouse } from '../../deploy/supervisor/start-house.js';
import { until } from '../../deploy/supervisor/until.js';
import { signIn } from '../../deploy/technician/sign-in.js';
import { TechnicianDesk } from '../../deploy/technician/technician-desk.js';
import { type Closing, withClosing } from '../closing.js';
import { inLanes } from '../cpu/in-lanes.js';
import { workPerCpu, type Worked, type Worker } from '../cpu/work-per-cpu.js';
import { residentMemory } from '../measure/resident-memory.js';
import type { Finding } from '../measure/result.js';
import { atMost, together } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { ReadyProcess } from '../ready-process.js';
import { OpenConsoles } from './open-consoles.js';
import { TurningSession } from './turning-session.js';

const goal = { ratio: 0.85, kilobytes: 12 };
const consoles = 200;
/** So many that what the heap had room for before does not matter; fewer than one address may open in a minute. */
const idle = 4_000;
/** The first ones bring what all share. */
const first = 500;
/** So many take turns, so that the story of none becomes longer than those of people are. */
const turning = 100;
const extents = { full: { blocks: 10, changes: 300 }, quick: { blocks: 3, changes: 60 } } as const;

/** P12: what it costs to tell many consoles of a change, and to have them there. */
export const eventsPerCpu: Measurement = {
  id: 'P12',
  what: `live events to sockets per CPU second, ${consoles} consoles ÷ \`res.write\` of a ready buffer; memory for each idle console`,
  measure: ({ quick }) =>
    withClosing(async (closing) => {
      return [await measure(closing, extents[quick ? 'quick' : 'full'])];
    }),
};

/** Turns the next of the sessions. */
type Turns = () => Promise<void>;

async function measure(
  closing: Closing,
  { blocks, changes }: { blocks: number; changes: number },
): Promise<Finding> {
  const house = await startHouse();
  closing.add(() => house.stop());
  // First, as what sessions leave behind in the heap would make room for consoles.
  const kilobytes = await memoryOfIdle(house);
  const turn = await turningSessions(house, closing);
  const event = await oneEvent(house, turn);
  const ours = await tellingDesk(house, turn, { closing, changes });
  const bare = await tellingBare(event, { closing, changes });
  const finding = await workPerCpu(
    { ours, bare, control: { ...bare, name: `${bare.name} again` } },
    {
      id: eventsPerCpu.id,
      what: eventsPerCpu.what,
      goal: goal.ratio,
      blocks,
      unit: 'Events that consoles heard',
      about: `An event has ${event.length} bytes. The memory is that of ${idle} idle consoles, by what is resident before and after.`,
    },
  );
  return {
    ...finding,
    figure: `${finding.figure}; ${kilobytes.toFixed(1)} kB`,
    goal: `${finding.goal}; ≤ ${goal.kilobytes} kB`,
    verdict: together([finding.verdict, atMost(kilobytes, goal.kilobytes)]),
  };
}

async function turningSessions(house: House, closing: Closing): Promise<Turns> {
  const db = openDatabase(ownerUrlOf(house), 2);
  closing.add(() => db.destroy());
  const desk = await TechnicianDesk.open(house.url, 'kofi', house.secrets.MAYDAY_DEMO_PASSWORD);
  const record = new SessionRecord(db, new LiveBell(db));
  const sessions = await inLanes(turning, () => TurningSession.begin(record, desk));
  let turns = 0;
  return async () => {
    turns += 1;
    await sessions[turns % turning]?.turn();
  };
}

/** Kilobytes that the API grows by for each console that is open and hears nothing. */
async function memoryOfIdle(house: House): Promise<number> {
  const open = await OpenConsoles.signIn(house);
  try {
    await open.keep(first);
    const pid = house.parts.api?.pid ?? NaN;
    const few = residentMemory(pid).now;
    await open.keep(first + idle);
    return (residentMemory(pid).now - few) / idle / 1_000;
  } finally {
    await open.close();
  }
}

/** The bytes by which a console hears of one turn. */
async function oneEvent({ url, secrets }: House, turn: Turns): Promise<Buffer> {
  const { cookie } = await signIn(url, 'kofi', secrets.MAYDAY_DEMO_PASSWORD);
  const request = get(new URL('/api/live', url), { headers: { Cookie: cookie } });
  const [stream] = (await once(request, 'response')) as [IncomingMessage];
  let heard = '';
  stream.setEncoding('utf8').on('data', (text: string) => (heard += text));
  await until('the stream to begin', () => heard !== '');
  await turn();
  const event = await until('the turn to be told', () => {
    const whole = heard.split('\n\n').slice(0, -1);
    return whole.find((one) => one.includes('event: session\n'));
  });
  stream.destroy();
  return Buffer.from(`${event}\n\n`);
}

interface Telling {
  readonly closing: Closing;
  readonly changes: number;
}

async function tellingDesk(
  house: House,
  turn: Turns,
  { closing, changes }: Telling,
): Promise<Worker> {
  const open = await OpenConsoles.signIn(house);
  closing.add(() => open.close());
  await open.keep(consoles);
  const run = () => heardBy(open, changes, turn);
  return { name: 'the API', pid: house.parts.api?.pid ?? NaN, run };
}

async function tellingBare(event: Buffer, { closing, changes }: Telling): Promise<Worker> {
  const bare = await ReadyProcess.start(join(import.meta.dirname, 'bare-stream-process.js'), [
    event.toString('base64'),
  ]);
  closing.add(() => bare.close());
  const url = `http://127.0.0.1:${String(bare.told)}`;
  const open = await OpenConsoles.lookAt(url);
  closing.add(() => open.close());
  await open.keep(consoles);
  const run = () => heardBy(open, changes, () => fetch(`${url}/tell`));
  return { name: '`res.write` of a ready buffer', pid: bare.pid, run };
}

/** Makes changes one after the other, each when all have heard of the one before; answers how often somebody heard. */
async function heardBy(
  open: OpenConsoles,
  changes: number,
  change: () => Promise<unknown>,
): Promise<Worked> {
  const before = await open.heard();
  for (let made = 1; made <= changes; made += 1) {
    await change();
    const all = before + made * consoles;
    await until('all to hear of it', async () => (await open.heard()) >= all, { every: 2 });
  }
  return (await open.heard()) - before;
}
