import { type Database, rowOf } from '../../store/database.js';
import type { DayState } from './day-state.js';
import type { FactsPage } from './facts-page.js';
import { factsOfDay } from './facts-row.js';
import { unpackPage } from './packed-page.js';
import { pageOfRows } from './page-of-rows.js';

/** The facts of some days, one after the other, as they are kept or else made of their rows; and one page more. */
export async function* pagesOf(
  tx: Database,
  days: readonly DayState[],
  more: FactsPage,
): AsyncGenerator<FactsPage, void, undefined> {
  for (const state of days) yield pageOf(tx, state);
  yield more;
}

async function pageOf(tx: Database, state: DayState): Promise<FactsPage> {
  return state.isKept ? keptPage(tx, state) : pageOfRows(await factsOfDay(tx, state.day));
}

async function keptPage(tx: Database, { day }: DayState): Promise<FactsPage> {
  const row = await rowOf<{ page: Buffer }>(tx, 'select page from report_days where day = :day', {
    day,
  });
  if (!row) throw new Error('The page of a day that is kept is not there.');
  return unpackPage(row.page);
}
