import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { SessionRecord } from '../../activities/record/session-record.js';
import { openDatabase } from '../../activities/store/database.js';
import { LiveBell } from '../../activities/store/feed/live-bell.js';
import { TechnicianWindow } from '../../deploy/journeys/technician-window.js';
import type { House } from '../../deploy/supervisor/house.js';
import { ownerUrlOf } from '../../deploy/supervisor/owner-url-of.js';
import { startHouse } from '../../deploy/supervisor/start-house.js';
import { makeSessions } from '../bulk/make-sessions.js';
import { type Closing, withClosing } from '../closing.js';
import { median } from '../measure/percentile.js';
import type { Finding } from '../measure/result.js';
import { atMost, together } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { TurningSession } from '../push/turning-session.js';
import { PageVitals, type Vitals } from './page-vitals.js';

const goal = { kilobytes: 170, paintMs: 1_200, interactionMs: 100, shift: 0.02, longTasks: 0 };
const slowness = 4;
const rows = 10_000;
const eventsPerSecond = 50;
const turning = 25;
/** A quick person's pause between two presses. */
const betweenMs = 150;
const extents = { full: { visits: 7, seconds: 15 }, quick: { visits: 2, seconds: 5 } } as const;
const day = 86_400_000;

/** P17: what the console is like on a slow machine, in a full queue in which much happens. */
export const consoleBurden: Measurement = {
  id: 'P17',
  what: `console on a processor ${slowness} times slower, ${rows.toLocaleString('en')} rows, ${eventsPerSecond} events a second: first load; LCP; INP; CLS; long tasks`,
  measure: ({ quick }) =>
    withClosing(async (closing) => {
      const stage = await setStage(closing);
      const { visits, seconds } = extents[quick ? 'quick' : 'full'];
      const seen: Visit[] = [];
      while (seen.length < visits) seen.push(await visit(stage, seconds));
      return [finding(seen)];
    }),
};

interface Stage {
  readonly house: House;
  readonly page: Page;
  readonly vitals: PageVitals;
  readonly turning: readonly TurningSession[];
}

/** A desk without a worker, so that nobody makes workflows for sessions that never were. */
async function setStage(closing: Closing): Promise<Stage> {
  const house = await startHouse({ parts: ['postgres', 'temporal', 'janus', 'api'] });
  closing.add(() => house.stop());
  const pool = new pg.Pool({ connectionString: ownerUrlOf(house), max: 4 });
  closing.add(() => pool.end());
  const db = openDatabase(ownerUrlOf(house), 4);
  closing.add(() => db.destroy());
  const cast = { channels: { general: ['ana', 'bruno'], stores: ['carla'], finance: ['elena'] } };
  const [from, to] = [Date.now() - 3 * day, Date.now()];
  await makeSessions(pool, { count: rows, kind: 'open', cast, from, to, withEvents: true });
  await pool.query('vacuum analyze');
  const record = new SessionRecord(db, new LiveBell(db));
  const window = await TechnicianWindow.open(house, 'kofi');
  closing.add(() => window.close());
  const { page } = window;
  const first = await pool.query<{ id: string }>(inView, [turning]);
  const sessions = first.rows.map(({ id }) => TurningSession.open(record, id));
  const vitals = await PageVitals.watch(page, slowness);
  return { house, page, vitals, turning: await Promise.all(sessions) };
}

// Those that stand where they are seen, and may be held by whoever holds them.
const inView = `
  select id from sessions where ended_at is null and state in ('ready', 'active')
  order by requested_at, id limit $1
`;

interface Visit extends Vitals {
  readonly kilobytes: number;
  readonly loadingTasks: readonly number[];
  readonly events: number;
}

/** Opens the queue and works in it while much happens. */
async function visit({ house, page, vitals, turning }: Stage, seconds: number): Promise<Visit> {
  await vitals.open(`${house.url}/queue/all`);
  await page.locator('md-queue-row-line').nth(5).waitFor();
  await pause(2_000); // Until nothing more is loaded for this page.
  const kilobytes = (await vitals.loadedBytes()) / 1_000;
  const { longTasks: loadingTasks } = await vitals.read();
  await vitals.forgetTasks();
  const until = performance.now() + 1_000 * seconds;
  const [events] = await Promise.all([turnAll(turning, until), workIn(page, until)]);
  return { ...(await vitals.read()), kilobytes, loadingTasks, events };
}

/** Turns sessions at an even pace; answers how often. */
async function turnAll(sessions: readonly TurningSession[], until: number): Promise<number> {
  const began = performance.now();
  let turned = 0;
  while (performance.now() < until) {
    await sessions[turned % sessions.length]?.turn();
    turned += 1;
    await pause(Math.max(0, began + (1_000 * turned) / eventsPerSecond - performance.now()));
  }
  return turned;
}

/** What a technician does in a queue: goes through the lines, looks at another view, looks for a word. */
async function workIn(page: Page, until: number): Promise<void> {
  const views = page.getByRole('navigation', { name: 'Views' });
  while (performance.now() < until) {
    for (const key of ['j', 'j', 'j', 'k', 'PageDown', '/']) await press(page, key);
    for (const key of 'printer') await press(page, key);
    await page.getByRole('searchbox').press('ControlOrMeta+a');
    for (const key of ['Delete', 'Escape']) await press(page, key);
    for (const view of ['Mine', 'All']) {
      await views.getByRole('link', { name: view }).click();
      await pause(betweenMs);
    }
  }
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await pause(betweenMs);
}

function finding(visits: readonly Visit[]): Finding {
  const middle = (of: (visit: Visit) => number) => median(visits.map(of));
  const kilobytes = middle((one) => one.kilobytes);
  const paint = middle((one) => one.largestPaint);
  const interaction = middle((one) => one.slowestInteraction ?? NaN);
  const shift = middle((one) => one.layoutShift);
  const longTasks = middle((one) => one.longTasks.length);
  return {
    id: consoleBurden.id,
    what: consoleBurden.what,
    figure: `${kilobytes.toFixed(0)} kB; ${(paint / 1_000).toFixed(2)} s; ${interaction.toFixed(0)} ms; ${shift.toFixed(3)}; ${longTasks} long tasks`,
    goal: `≤ ${goal.kilobytes} kB; ≤ ${goal.paintMs / 1_000} s; ≤ ${goal.interactionMs} ms; ≤ ${goal.shift}; none over 50 ms`,
    verdict: together([
      atMost(kilobytes, goal.kilobytes),
      atMost(paint, goal.paintMs),
      atMost(interaction, goal.interactionMs),
      atMost(shift, goal.shift),
      atMost(longTasks, goal.longTasks),
    ]),
    details: [
      {
        title:
          'Each visit to the queue. First load is what came over the line but for the API’s answers; long tasks are those after loading, and in brackets the longest in ms.',
        columns: [
          'visit',
          'kB',
          'LCP ms',
          'INP ms',
          'CLS',
          'long tasks',
          'while loading',
          'events',
        ],
        rows: visits.map((one, index) => [
          String(index + 1),
          one.kilobytes.toFixed(0),
          one.largestPaint.toFixed(0),
          (one.slowestInteraction ?? NaN).toFixed(0),
          one.layoutShift.toFixed(3),
          tasksText(one.longTasks),
          tasksText(one.loadingTasks),
          String(one.events),
        ]),
      },
    ],
  };
}

function tasksText(tasks: readonly number[]): string {
  return tasks.length === 0 ? '0' : `${tasks.length} (${Math.max(...tasks).toFixed(0)})`;
}
