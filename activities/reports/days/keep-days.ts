import { type Database, rowOf, rowsOf } from '../../store/database.js';
import { type DayState, dayStates } from './day-state.js';
import { factsOfDay } from './facts-row.js';
import { packPage } from './packed-page.js';
import { pageOfRows } from './page-of-rows.js';

const dayMs = 86_400_000;
/** So long after its beginning no more requests come to a day. */
const over = 25 * 3_600_000;

/**
 * Keeps a page of every day of a period that is over and whose page is missing or not right any more;
 * gives how many were made. A report is as right without any, and slower.
 */
export async function keepDays(db: Database, from: Date, to: Date): Promise<number> {
  const now = Date.now();
  const states = await dayStates(db, { from, to, cutoff: to });
  const due = states.filter(({ day, isKept }) => !isKept && day.getTime() + over < now);
  for (const { day } of due) await keepDay(db, day);
  return due.length;
}

// The stamp and the rows are of one moment, whatever is written meanwhile.
async function keepDay(db: Database, day: Date): Promise<void> {
  await db.transaction(
    async (tx) => {
      const [state] = await stateOf(tx, day);
      if (!state || state.isKept) return;
      const page = await packPage(pageOfRows(await factsOfDay(tx, day)));
      await rowsOf(tx, keeping, { day, stamp: state.stamp, page });
    },
    { isolationLevel: 'repeatable read' },
  );
}

function stateOf(tx: Database, day: Date): Promise<readonly DayState[]> {
  const to = new Date(day.getTime() + dayMs);
  return dayStates(tx, { from: day, to, cutoff: to });
}

const keeping = `
  insert into report_days (day, stamp, page) values (:day, :stamp, :page)
  on conflict (day) do update set
    stamp = excluded.stamp, page = excluded.page, made_at = clock_timestamp()
`;

const recentDays = 35;
const stretchDays = 31;

/**
 * Keeps the days of late each time, and those before them a stretch at a time, from the latest to the first.
 */
export class DaysKept {
  readonly #db: Database;
  #until: number | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** One round; gives how many pages were made. */
  async round(now = Date.now()): Promise<number> {
    const recent = now - recentDays * dayMs;
    const made = await keepDays(this.#db, new Date(recent), new Date(now));
    const until = this.#until ?? recent;
    const from = until - stretchDays * dayMs;
    this.#until = (await this.#isAnyBefore(from)) ? from : null;
    return made + (await keepDays(this.#db, new Date(from), new Date(until)));
  }

  async #isAnyBefore(instant: number): Promise<boolean> {
    const before = new Date(instant);
    const found = await rowOf<{ any: boolean }>(
      this.#db,
      'select exists (select from sessions where requested_at < :before) as any',
      { before },
    );
    return found?.any === true;
  }
}
