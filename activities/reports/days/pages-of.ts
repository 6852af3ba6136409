import { type Database, rowsOf } from '../../store/database.js';
import type { DayState } from './day-state.js';
import type { FactsPage } from './facts-page.js';
import { factsOfDay } from './facts-row.js';
import { unpackPage } from './packed-page.js';
import { pageOfRows } from './page-of-rows.js';
import type { PagesAtHand } from './pages-at-hand.js';

/** So many pages are fetched with one statement, and unpacked side by side. */
const together = 8;

/** The facts of some days, one after the other, as they are kept or else made of their rows; and one page more. */
export async function* pagesOf(
  tx: Database,
  atHand: PagesAtHand,
  days: readonly DayState[],
  more: FactsPage,
): AsyncGenerator<FactsPage, void, undefined> {
  for (let start = 0; start < days.length; start += together) {
    const some = days.slice(start, start + together);
    const kept = await keptPages(tx, atHand, some);
    for (const { day } of some) {
      yield kept.get(day.getTime()) ?? pageOfRows(await factsOfDay(tx, day));
    }
  }
  yield more;
}

/** The pages that are kept of some days, by day. */
async function keptPages(
  tx: Database,
  atHand: PagesAtHand,
  days: readonly DayState[],
): Promise<ReadonlyMap<number, FactsPage>> {
  const pages = new Map<number, FactsPage>();
  const missing = new Map<number, string>();
  for (const { day, isKept, stamp } of days) {
    if (!isKept) continue;
    const name = `${day.getTime()} ${stamp}`;
    const page = atHand.find(name);
    if (page) pages.set(day.getTime(), page);
    else missing.set(day.getTime(), name);
  }
  if (missing.size === 0) return pages;
  const rows = await rowsOf<PackedRow>(tx, packed, {
    days: [...missing.keys()].map((day) => new Date(day)),
  });
  await Promise.all(
    rows.map(async ({ day, page: bytes }) => {
      const page = await unpackPage(bytes);
      pages.set(day.getTime(), page);
      atHand.keep(missing.get(day.getTime()) ?? '', page);
    }),
  );
  if (missing.size !== rows.length) throw new Error('The page of a day that is kept is not there.');
  return pages;
}

interface PackedRow {
  readonly day: Date;
  readonly page: Buffer;
}

const packed = 'select day, page from report_days where day = any(:days)';
