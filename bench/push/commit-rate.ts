import { openDatabase, type Database } from '../../activities/store/database.js';
import { LiveBell } from '../../activities/store/feed/live-bell.js';
import { SessionRecord } from '../../activities/record/session-record.js';
import { ownerUrlOf } from '../../deploy/supervisor/owner-url-of.js';
import { startHouse } from '../../deploy/supervisor/start-house.js';
import { TechnicianDesk } from '../../deploy/technician/technician-desk.js';
import { type Closing, withClosing } from '../closing.js';
import { rotated } from '../measure/interleave.js';
import { pairedRatio, ratioText } from '../measure/paired-ratio.js';
import { median } from '../measure/percentile.js';
import type { Finding } from '../measure/result.js';
import { largeRatioVerdict } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { OpenConsoles } from './open-consoles.js';
import { TurningSession } from './turning-session.js';

const goal = 0.95;
const writers = 32;
const consoles = 50;
const extents = { full: { blocks: 10, seconds: 5 }, quick: { blocks: 3, seconds: 2 } } as const;

/** P9: that telling everybody about each change does not slow those down who make them. */
export const commitRate: Measurement = {
  id: 'P9',
  what: `commits per second with live push to ${consoles} consoles ÷ without, ${writers} writers`,
  measure: ({ quick }) =>
    withClosing(async (closing) => {
      return [finding(await measure(await setStage(closing), extents[quick ? 'quick' : 'full']))];
    }),
};

/** The writers with a bell that is heard and with one that is not; and what keeps changes out of the feed. */
interface Stage {
  readonly db: Database;
  readonly told: readonly TurningSession[];
  readonly untold: readonly TurningSession[];
}

async function setStage(closing: Closing): Promise<Stage> {
  const house = await startHouse();
  closing.add(() => house.stop());
  const db = openDatabase(ownerUrlOf(house), writers);
  closing.add(() => db.destroy());
  const open = await OpenConsoles.signIn(house);
  closing.add(() => open.close());
  await open.keep(consoles);
  await db.raw(keepingOutOfFeed);
  const password = house.secrets.MAYDAY_DEMO_PASSWORD;
  const desk = await TechnicianDesk.open(house.url, 'kofi', password);
  return {
    db,
    told: await sessions(desk, new SessionRecord(db, new LiveBell(db))),
    untold: await sessions(desk, new SessionRecord(db, new SilentBell(db))),
  };
}

/** Nobody hears it. */
class SilentBell extends LiveBell {
  override ring(): void {
    return;
  }
}

// Without live push nothing would be written down for it either.
const keepingOutOfFeed = `
  create function kept_out() returns trigger language plpgsql as 'begin return null; end';
  create trigger kept_out before insert on feed for each row execute function kept_out();
  alter table feed disable trigger kept_out;
`;

async function sessions(desk: TechnicianDesk, record: SessionRecord): Promise<TurningSession[]> {
  const found: TurningSession[] = [];
  while (found.length < writers) {
    found.push(await TurningSession.begin(record, desk));
  }
  return found;
}

const variants = ['with live push', 'without', 'without again'] as const;
type Rates = ReadonlyMap<string, readonly number[]>;

async function measure(
  stage: Stage,
  { blocks, seconds }: { blocks: number; seconds: number },
): Promise<Rates> {
  const rates = new Map<string, number[]>(variants.map((name) => [name, []]));
  for (const name of variants) await run(stage, name, seconds); // Warms up.
  for (let count = 0; count < blocks; count += 1) {
    for (const name of rotated(variants, count)) {
      rates.get(name)?.push(await run(stage, name, seconds));
    }
  }
  return rates;
}

/** Commits per second, all writers together. */
async function run(
  { db, told, untold }: Stage,
  name: (typeof variants)[number],
  seconds: number,
): Promise<number> {
  const isTold = name === 'with live push';
  await db.raw(`alter table feed ${isTold ? 'disable' : 'enable'} trigger kept_out`);
  const began = performance.now();
  const ends = began + 1_000 * seconds;
  const counts = await Promise.all((isTold ? told : untold).map((one) => turnUntil(one, ends)));
  const taken = (performance.now() - began) / 1_000;
  return counts.reduce((total, count) => total + count, 0) / taken;
}

async function turnUntil(session: TurningSession, ends: number): Promise<number> {
  let count = 0;
  while (performance.now() < ends) {
    await session.turn();
    count += 1;
  }
  return count;
}

function finding(rates: Rates): Finding {
  const of = (name: (typeof variants)[number]) => rates.get(name) ?? [];
  const ratio = pairedRatio(of('with live push'), of('without'));
  const control = pairedRatio(of('without again'), of('without'));
  return {
    id: commitRate.id,
    what: commitRate.what,
    figure: ratioText(ratio),
    goal: `≥ ${goal}`,
    verdict: largeRatioVerdict(ratio, goal, control),
    details: [
      {
        title: `Commits per second; the control is ${ratioText(control)}. Without live push nothing is written for it, nobody is called and nobody reads. Writers, Postgres, API and consoles share the machine; nothing waits for the disk.`,
        columns: ['', 'median', 'least', 'most'],
        rows: variants.map((name) => rowOf(name, of(name))),
      },
    ],
  };
}

function rowOf(name: string, rates: readonly number[]): string[] {
  return [name, median(rates), Math.min(...rates), Math.max(...rates)].map((cell) =>
    typeof cell === 'number' ? cell.toFixed(0) : cell,
  );
}
