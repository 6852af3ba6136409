import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { SessionCommands } from '../activities/commands/session-commands.js';
import { SlaConfiguration } from '../activities/promises/sla-configuration.js';
import { stepLateness, type StepLateness } from '../activities/promises/step-lateness.js';
import { type Database, openDatabase, rowsOf } from '../activities/store/database.js';
import { LiveBell } from '../activities/store/live-bell.js';
import { SessionRecord } from '../activities/store/session-record.js';
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
      await promise(db);
      await open(desk, db, count);
      return [finding(await allTaken(db, count * shares.length))];
    } finally {
      await db.destroy();
      await desk.close();
    }
  },
};

function finding({ steps, p50Ms, p99Ms, mostMs }: StepLateness): Finding {
  const { id, what } = stepsOnTime;
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

/** A channel that promises an answer in some seconds, whatever the hour. */
async function promise(db: Database): Promise<void> {
  await rowsOf(db, "insert into channels (key, name) values ('timed', 'Timed')");
  const sla = new SlaConfiguration(db);
  const countsFrom = new Date('2020-01-01T00:00:00Z');
  const named = { key: 'timed', place: '*', name: 'Timed', countsFrom };
  await sla.addCalendar({ ...named, content: { zone: 'UTC', week: {}, exceptions: {} } }, change);
  const clock: PromisedClock = {
    ...{ name: 'first-response', target: targetSeconds, hours: 'always' as const },
    ...{ start: ['requested'], stop: ['answered'], cancel: [], pause: [] },
    ...{ resumesOnReopen: false, repeats: false },
    steps: shares.map((percent) => ({ percent, action: 'notify', channel: null })),
  };
  await sla.addPolicy({ ...named, calendar: 'timed', clocks: [clock] }, change);
  const promised = { channel: 'timed', priority: 'normal', policy: 'timed', countsFrom } as const;
  await sla.addPromise(promised, change);
}

/** Requests so many sessions as the desk does, evenly, whoever is still waited for. */
async function open({ house, temporal }: BenchHouse, db: Database, count: number): Promise<void> {
  const commands = new SessionCommands({
    client: temporal.workflow,
    taskQueue: house.environment['TEMPORAL_TASK_QUEUE'] ?? '',
    record: new SessionRecord(db, new LiveBell(db)),
    withinMs: 30_000,
  });
  const request = async () => {
    const id = randomUUID();
    const command = requestOf(id, 'timed');
    const actor = { kind: 'technician', key: 'greta' } as const;
    await commands.send(id, { id: randomUUID(), actor, grant: null, command });
  };
  const requests: Promise<void>[] = [];
  for (let done = 0; done < count; done += 1) {
    requests.push(request());
    await pause(everyMs);
  }
  await Promise.all(requests);
}

async function allTaken(db: Database, count: number): Promise<StepLateness> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const late = await stepLateness(db, new Date(0));
    if (late.steps >= count) return late;
    if (performance.now() > until) throw new Error(`Only ${late.steps} of ${count} steps came.`);
    await pause(1_000);
  }
}
