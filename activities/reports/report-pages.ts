import type { Database } from '../store/database.js';
import { dayStates } from './days/day-state.js';
import type { FactsPage } from './days/facts-page.js';
import { unsettledRows } from './days/facts-row.js';
import { pageOfRows } from './days/page-of-rows.js';
import type { PagesAtHand } from './days/pages-at-hand.js';
import { pagesOf } from './days/pages-of.js';
import { type Unsettled, unsettledIn } from './population.js';
import type { ReportRequest } from './report-request.js';

/** All that a report is made of: the days of its period, and the sessions that had not come to their end. */
export interface ReportPages {
  readonly unsettled: readonly Unsettled[];
  /** The unsettled sessions as a page, row by row. */
  readonly open: FactsPage;
  /** Day by day; those of the unsettled sessions last. */
  readonly pages: AsyncIterable<FactsPage>;
}

/** Opens the pages of a report's period, as a transaction sees them. */
export async function reportPages(
  tx: Database,
  atHand: PagesAtHand,
  request: ReportRequest,
): Promise<ReportPages> {
  const days = await dayStates(tx, request);
  const unsettled = await unsettledIn(tx, request, days);
  const open = pageOfRows(await unsettledRows(tx, unsettled));
  return { unsettled, open, pages: pagesOf(tx, atHand, days, open) };
}
