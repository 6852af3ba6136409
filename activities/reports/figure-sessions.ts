import { type Database, rowsOf } from '../store/database.js';
import { chosenRows } from './chosen-rows.js';
import type { PagesAtHand } from './days/pages-at-hand.js';
import type { Figure } from './figure.js';
import { figureRows } from './figure-rows.js';
import { FirstRows, type PagedRow } from './first-rows.js';
import { type ReportPages, reportPages } from './report-pages.js';
import type { ReportRequest } from './report-request.js';
import { WallClock } from './wall-clock.js';
import { zoneStretches } from './zone-stretches.js';

/** A session behind a figure. */
export interface FigureSession {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly channel: string;
  readonly technician: string | null;
  readonly requestedAt: Date;
  readonly outcome: string;
  readonly clocks: string;
  /** How long the measure of the figure took, where it is one. */
  readonly tookMs: number | null;
}

/** So many of a figure's sessions, and how many there are in all. */
export interface FigurePage {
  readonly sessions: readonly FigureSession[];
  readonly total: number;
}

/** What of a figure's sessions is asked for. */
export interface AskedFigure {
  readonly request: ReportRequest;
  readonly figure: Figure;
  /** Without the first so many. */
  readonly skip: number;
}

/** So many at a time. */
const most = 500;

/**
 * The sessions behind a figure, by the same rules that counted them: of a duration the shortest first,
 * else the latest first.
 */
export async function figureSessions(
  tx: Database,
  atHand: PagesAtHand,
  { request, figure, skip }: AskedFigure,
): Promise<FigurePage> {
  const clock = new WallClock(await zoneStretches(tx, request));
  const report = await reportPages(tx, atHand, request);
  const first = new FirstRows();
  for await (const page of report.pages) {
    first.add(page, figureRows(page, chosenRows(page, request), figure, { request, clock }));
  }
  const listed = first.slice(skip, most);
  const names = await namesOf(tx, await idsOf(tx, listed, report));
  return { sessions: listed.map((one, place) => sessionOf(one, names[place])), total: first.total };
}

/** A page knows no ids: those of a settled session come with its request's instant and its digest. */
async function idsOf(
  tx: Database,
  listed: readonly PagedRow[],
  { open, unsettled }: ReportPages,
): Promise<readonly string[]> {
  const settled = listed.filter(({ page }) => page !== open);
  const rows = await rowsOf<{ id: string }>(tx, bySource, {
    at: settled.map(({ page, row }) => new Date(page.requestedAt[row] ?? NaN)),
    digests: settled.map(({ page, row }) => digestIn(page, row)),
  });
  if (rows.length !== settled.length) throw new Error('The sessions of a page are not all there.');
  const ids = rows.map(({ id }) => id).values();
  return listed.map(({ page, row }) =>
    page === open ? (unsettled[row]?.sessionId ?? '') : (ids.next().value ?? ''),
  );
}

function digestIn({ digestHigh, digestLow }: PagedRow['page'], row: number): string {
  return (BigInt(digestHigh[row] ?? 0) * 2n ** 32n + BigInt(digestLow[row] ?? 0)).toString();
}

const bySource = `
  select (
    select session_id from session_facts
    where requested_at >= source.at and requested_at < source.at + interval '1 millisecond'
      and digest = source.digest
    order by session_id limit 1
  ) as id
  from unnest(cast(:at as timestamptz[]), cast(:digests as bigint[]))
    with ordinality as source (at, digest, place)
  order by source.place
`;

interface Named {
  readonly id: string;
  /** Postgres gives 64-bit numbers as text. */
  readonly number: string;
  readonly subject: string;
}

function namesOf(tx: Database, ids: readonly string[]): Promise<readonly Named[]> {
  return rowsOf<Named>(tx, naming, { ids: [...ids] });
}

const naming = `
  select s.id, s.number, s.subject
  from unnest(cast(:ids as uuid[])) with ordinality as one (id, place) join sessions s using (id)
  order by one.place
`;

function sessionOf({ page, row, took }: PagedRow, named: Named | undefined): FigureSession {
  if (!named) throw new Error('A session of a report is not there.');
  const word = (name: keyof typeof page.words) =>
    page.words[name].words[page.words[name].of[row] ?? 0] ?? null;
  return {
    ...{ id: named.id, number: Number(named.number), subject: named.subject },
    channel: word('channel') ?? '',
    technician: word('technician'),
    requestedAt: new Date(page.requestedAt[row] ?? NaN),
    outcome: word('outcome') ?? '',
    clocks: word('clocks') ?? '',
    tookMs: Number.isNaN(took) ? null : took,
  };
}
