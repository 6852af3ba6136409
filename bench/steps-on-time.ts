import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { SessionCommands } from '../activities/commands/session-commands.js';
import { SlaConfiguration } from '../activities/promises/sla-configuration.js';
import { stepLateness, type StepLateness } from '../activities/promises/step-lateness.js';
import { type Database, openDatabase, rowsOf } from '../activities/store/database.js';
import { LiveBell } from '../activities/store/feed/live-bell.js';
import { SessionRecord } from '../activities/record/session-record.js';
import type { Calendar } from '../workflows/domain/sla/calendar.js';
import type { PromisedClock } from '../workflows/domain/sla/clock.js';
import { ownerUrlOf } from '../deploy/supervisor/owner-url-of.js';
import { type BenchHouse, startBenchHouse } from './commands/bench-house.js';
import { requestOf } from './commands/open-session.js';
import { atMost } from './measure/verdict.js';
import type { Finding } from './measure/result.js';
import type { Measurement } from './measurement.js';

const goalMs = 2_000;
const shares = [50, 80, 100, 120] as const;
const targetSeconds = 30;
/** Two sessions a second: more than five million a month. */
const everyMs = 500;
const minuteMs = 60_000;
const patienceMs = 300_000;

/** P18c: how late the desk takes the steps of promises, by the timers of real sessions. */
export const stepsOnTime: Measurement = {
  id: 'P18c',
  what: 'steps of promises, with two sessions a second: from the instant at which one fell due until it was taken',
  measure: async ({ quick, sessions }) => {
    const desk = await startBenchHouse();
    const db = openDatabase(ownerUrlOf(desk.house), 4);
    try {
      const count = sessions ?? (quick ? 40 : 120);
      const requests = requestsTo(desk, db);
      await promise(db, 'evenly', { hours: 'always', opens: null });
      await evenly(count, () => requests('evenly'));
      const even = await allTaken(db, new Date(0), count * shares.length);
      return [finding(stepsOnTime, even), await burst(db, requests, quick ? 50 : 200)];
    } finally {
      await db.destroy();
      await desk.close();
    }
  },
};

/** Sessions that wait for the hour, whose steps then fall due at the same instants. */
async function burst(
  db: Database,
  requests: (channel: string) => Promise<void>,
  count: number,
): Promise<Finding> {
  const opens = new Date(Math.ceil(Date.now() / minuteMs + 1) * minuteMs);
  await promise(db, 'at-once', { hours: 'calendar', opens });
  await Promise.all(Array.from({ length: count }, () => requests('at-once')));
  if (Date.now() >= opens.getTime()) throw new Error('The sessions were not there in time.');
  const what = `steps of promises, ${count} due at the same instant, four times over: from that instant until each was taken`;
  const taken = await allTaken(db, opens, count * shares.length);
  return finding({ id: 'P18d', what }, taken);
}

function finding(
  { id, what }: Pick<Measurement, 'id' | 'what'>,
  { steps, p50Ms, p99Ms, mostMs }: StepLateness,
): Finding {
  const told = [p50Ms, p99Ms, mostMs].map((ms) => `${((ms ?? NaN) / 1_000).toFixed(2)} s`);
  return {
    id,
    what,
    figure: `p99 ${told[1] ?? ''}; p50 ${told[0] ?? ''}, the latest ${told[2] ?? ''}; ${steps} steps`,
    goal: `p99 ≤ ${goalMs / 1_000} s`,
    verdict: atMost(p99Ms ?? Infinity, goalMs),
    details: [],
  };
}

const change = {
  actor: { kind: 'desk', rule: 'bench' },
  action: 'sla.configure',
  revision: 'bench',
} as const;

interface Hours {
  readonly hours: PromisedClock['hours'];
  /** When the calendar's day begins; null is never. */
  readonly opens: Date | null;
}

/** A channel that promises an answer in some seconds. */
async function promise(db: Database, key: string, { hours, opens }: Hours): Promise<void> {
  await rowsOf(db, 'insert into channels (key, name) values (:key, :key)', { key });
  const sla = new SlaConfiguration(db);
  const countsFrom = new Date('2020-01-01T00:00:00Z');
  const named = { key, place: '*', name: key, countsFrom };
  const exceptions = opens ? openFrom(opens) : {};
  await sla.addCalendar({ ...named, content: { zone: 'UTC', week: {}, exceptions } }, change);
  const clock: PromisedClock = {
    ...{ name: 'first-response', target: targetSeconds, hours },
    ...{ start: ['requested'], stop: ['answered'], cancel: [], pause: [] },
    ...{ resumesOnReopen: false, repeats: false },
    steps: shares.map((percent) => ({ percent, action: 'notify', channel: null })),
  };
  await sla.addPolicy({ ...named, calendar: key, clocks: [clock] }, change);
  await sla.addPromise({ channel: key, priority: 'normal', policy: key, countsFrom }, change);
}

function openFrom(opens: Date): Calendar['exceptions'] {
  const [day = '', time = ''] = opens.toISOString().split('T');
  return { [day]: [[time.slice(0, 5), '24:00']] };
}

/** Requests a session of a channel as the desk does. */
function requestsTo(
  { house, temporal }: BenchHouse,
  db: Database,
): (channel: string) => Promise<void> {
  const commands = new SessionCommands({
    client: temporal.workflow,
    taskQueue: house.environment['TEMPORAL_TASK_QUEUE'] ?? '',
    record: new SessionRecord(db, new LiveBell(db)),
    withinMs: 60_000,
  });
  return async (channel) => {
    const id = randomUUID();
    const command = requestOf(id, channel);
    const actor = { kind: 'technician', key: 'greta' } as const;
    await commands.send(id, { id: randomUUID(), actor, grant: null, command });
  };
}

/** Begins so many requests, whoever is still waited for. */
async function evenly(count: number, request: () => Promise<void>): Promise<void> {
  const requests: Promise<void>[] = [];
  for (let done = 0; done < count; done += 1) {
    requests.push(request());
    await pause(everyMs);
  }
  await Promise.all(requests);
}

async function allTaken(db: Database, since: Date, count: number): Promise<StepLateness> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const late = await stepLateness(db, since);
    if (late.steps >= count) return late;
    if (performance.now() > until) throw new Error(`Only ${late.steps} of ${count} steps came.`);
    await pause(1_000);
  }
}
