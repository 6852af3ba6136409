import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../activities/store/database.js';
import { LiveBell } from '../../activities/store/feed/live-bell.js';
import { SessionRecord } from '../../activities/record/session-record.js';
import { TechnicianWindow } from '../../deploy/journeys/technician-window.js';
import { ownerUrlOf } from '../../deploy/supervisor/owner-url-of.js';
import { startHouse } from '../../deploy/supervisor/start-house.js';
import { TechnicianDesk } from '../../deploy/technician/technician-desk.js';
import { type Closing, withClosing } from '../closing.js';
import { rotated } from '../measure/interleave.js';
import { pairedRatio, ratioText } from '../measure/paired-ratio.js';
import { percentile } from '../measure/percentile.js';
import type { Finding } from '../measure/result.js';
import { atMost, ratioVerdict, together } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { OpenConsoles } from './open-consoles.js';
import { SeenRow } from './seen-row.js';
import { StatementCount, type Statements } from './statements.js';
import { TurningSession } from './turning-session.js';

const goal = { ratio: 2, statements: 1 };
const many = 200;
const idleSeconds = 10;
const extents = {
  full: { blocks: 10, changesEach: 200 },
  quick: { blocks: 3, changesEach: 40 },
} as const;

/** P7: that the number of consoles costs a change neither time on its way to the screen nor questions to the database. */
export const livePush: Measurement = {
  id: 'P7',
  what: `change → row on screen: p99 with ${many} consoles ÷ with 1; statements to read a change`,
  measure: ({ quick }) =>
    withClosing(async (closing) => {
      const stage = await setStage(closing);
      return [finding(await measure(stage, extents[quick ? 'quick' : 'full']))];
    }),
};

interface Stage {
  readonly session: TurningSession;
  readonly row: SeenRow;
  readonly consoles: OpenConsoles;
  readonly statements: StatementCount;
}

/** A whole desk, a technician who looks at the queue in a browser, and a session that is in it. */
async function setStage(closing: Closing): Promise<Stage> {
  const house = await startHouse();
  closing.add(() => house.stop());
  const statements = await StatementCount.begin(house);
  closing.add(() => statements.close());
  const db = openDatabase(ownerUrlOf(house), 2);
  closing.add(() => db.destroy());
  const desk = await TechnicianDesk.open(house.url, 'kofi', house.secrets.MAYDAY_DEMO_PASSWORD);
  const session = await TurningSession.begin(new SessionRecord(db, new LiveBell(db)), desk);
  const window = await TechnicianWindow.open(house, 'kofi');
  closing.add(() => window.close());
  await window.page.goto(`${house.url}/queue/invited`);
  const consoles = await OpenConsoles.signIn(house);
  closing.add(() => consoles.close());
  return {
    session,
    row: await SeenRow.watch(window.page, session.id),
    consoles,
    statements,
  };
}

/** What a block of changes took: milliseconds until each was on the screen, and statements until all were, beyond those of a desk where nothing happens. */
interface Block {
  readonly times: readonly number[];
  readonly all: number;
  readonly ofFeed: number;
  readonly heard: number;
}

const variants = [
  { name: '1 console', consoles: 1 },
  { name: `${many} consoles`, consoles: many },
  { name: '1 console again', consoles: 1 },
] as const;

type Blocks = ReadonlyMap<number, readonly Block[]>;

async function measure(
  stage: Stage,
  { blocks, changesEach }: { blocks: number; changesEach: number },
): Promise<Blocks> {
  const found = new Map<number, Block[]>(variants.map((_, index) => [index, []]));
  const idle = await statementsWhenIdle(stage);
  await block(stage, changesEach, idle);
  for (let count = 0; count < blocks; count += 1) {
    for (const index of rotated([0, 1, 2], count)) {
      // One of them is the browser that is looked at.
      await stage.consoles.keep((variants[index]?.consoles ?? 1) - 1);
      found.get(index)?.push(await block(stage, changesEach, idle));
    }
  }
  return found;
}

/** Statements in a second in which nothing happens. */
async function statementsWhenIdle({ statements }: Stage): Promise<Statements> {
  const before = await statements.soFar();
  await pause(1_000 * idleSeconds);
  const after = await statements.soFar();
  return {
    all: (after.all - before.all) / idleSeconds,
    ofFeed: (after.ofFeed - before.ofFeed) / idleSeconds,
  };
}

async function block(
  { session, row, consoles, statements }: Stage,
  changes: number,
  idle: Statements,
): Promise<Block> {
  const [heardBefore, before] = [await consoles.heard(), await statements.soFar()];
  const began = performance.now();
  const times: number[] = [];
  while (times.length < changes) {
    const painted = row.next();
    await session.turn();
    const committed = Date.now();
    times.push((await painted) - committed);
  }
  const seconds = (performance.now() - began) / 1_000;
  const after = await statements.soFar();
  return {
    times,
    all: after.all - before.all - idle.all * seconds,
    ofFeed: after.ofFeed - before.ofFeed - idle.ofFeed * seconds,
    heard: (await consoles.heard()) - heardBefore,
  };
}

function finding(found: Blocks): Finding {
  const of = (index: number) => found.get(index) ?? [];
  const p99s = (index: number) => of(index).map(({ times }) => percentile(times, 0.99));
  const ratio = pairedRatio(p99s(1), p99s(0));
  const control = pairedRatio(p99s(2), p99s(0));
  const perChange = readsOf(of(1));
  return {
    id: livePush.id,
    what: livePush.what,
    figure: `${ratioText(ratio)}; ${perChange.toFixed(2)}`,
    goal: `≤ ${goal.ratio}; ≤ ${goal.statements}`,
    verdict: together([
      ratioVerdict(ratio, goal.ratio, control),
      atMost(perChange, goal.statements),
    ]),
    details: [
      {
        title: `Milliseconds from commit to painted; the control is ${ratioText(control)}. Statements are those of API and worker together for each change, less what they ask when nothing happens.`,
        columns: ['', 'p50', 'p90', 'p99', 'changes', 'told', 'reads of the feed', 'statements'],
        rows: variants.map(({ name }, index) => rowOf(name, of(index))),
      },
    ],
  };
}

function readsOf(blocks: readonly Block[]): number {
  return sum(blocks, 'ofFeed') / changesOf(blocks);
}

function rowOf(name: string, blocks: readonly Block[]): string[] {
  const times = blocks.flatMap((one) => one.times);
  const shares = [0.5, 0.9, 0.99].map((share) => percentile(times, share).toFixed(0));
  const all = sum(blocks, 'all') / changesOf(blocks);
  const told = [String(times.length), String(sum(blocks, 'heard'))];
  return [name, ...shares, ...told, readsOf(blocks).toFixed(2), all.toFixed(2)];
}

function changesOf(blocks: readonly Block[]): number {
  return blocks.reduce((total, { times }) => total + times.length, 0);
}

function sum(blocks: readonly Block[], what: 'all' | 'ofFeed' | 'heard'): number {
  return blocks.reduce((total, one) => total + one[what], 0);
}
