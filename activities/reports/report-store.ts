import { createHash } from 'node:crypto';
import type { Database } from '../store/database.js';
import { chosenRows } from './chosen-rows.js';
import { CourseSums, type ScoreCount } from './course-sums.js';
import { PagesAtHand } from './days/pages-at-hand.js';
import type { Figure } from './figure.js';
import { type FigurePage, figureSessions } from './figure-sessions.js';
import { PartSums } from './part-sums.js';
import type { Unsettled } from './population.js';
import { frameOf } from './report-frame.js';
import { reportNames } from './report-names.js';
import { reportPages } from './report-pages.js';
import type { ReportRequest } from './report-request.js';
import type { SlaReport, UnnamedReport } from './sla-report.js';
import { TimeSums } from './time-sums.js';
import { WallClock } from './wall-clock.js';
import { zoneStretches } from './zone-stretches.js';

/** A million sessions take half of it. */
const mostBytesAtHand = 256 * 1_024 * 1_024;

/** Makes reports out of what sessions came to. */
export class ReportStore {
  readonly #db: Database;
  readonly #atHand = new PagesAtHand(mostBytesAtHand);

  constructor(db: Database) {
    this.#db = db;
  }

  /** The report; asked again for a period that is over, it is the same to the byte. */
  async report(request: ReportRequest): Promise<SlaReport> {
    const takenIn = await this.#atOnce((tx) => takeIn(tx, this.#atHand, request));
    const report = await reportOf(request, takenIn);
    return { ...report, names: await reportNames(this.#db, report) };
  }

  /** The sessions behind one of its figures, without the first so many. */
  sessions(request: ReportRequest, figure: Figure, skip = 0): Promise<FigurePage> {
    const asked = { request, figure, skip };
    return this.#atOnce((tx) => figureSessions(tx, this.#atHand, asked));
  }

  /** Reads as of one instant. */
  #atOnce<Result>(read: (tx: Database) => Promise<Result>): Promise<Result> {
    return this.#db.transaction(read, { isolationLevel: 'repeatable read', readOnly: true });
  }
}

interface TakenIn {
  readonly parts: PartSums;
  readonly course: CourseSums;
  readonly times: TimeSums;
  readonly unsettled: readonly Unsettled[];
}

/** Goes through the sessions of the period, day by day, and those that had not come to their end. */
async function takeIn(tx: Database, atHand: PagesAtHand, request: ReportRequest): Promise<TakenIn> {
  const parts = new PartSums(request.by);
  const course = new CourseSums(request.cutoff.getTime());
  const times = new TimeSums(new WallClock(await zoneStretches(tx, request)));
  const { unsettled, pages } = await reportPages(tx, atHand, request);
  for await (const page of pages) {
    const chosen = chosenRows(page, request);
    for (const sums of [parts, course, times]) sums.add(page, chosen);
  }
  return { parts, course, times, unsettled };
}

async function reportOf(
  request: ReportRequest,
  { parts, course, times, unsettled }: TakenIn,
): Promise<UnnamedReport> {
  const cutoff = request.cutoff.getTime();
  const { outcomes, transfers, handling, holds, scores } = course;
  return {
    definition: 'mayday-sla-report-2',
    ...frameOf(request),
    inputs: inputsOf(request, course),
    ...(await parts.figures(cutoff)),
    outcomes,
    open: agesOf(unsettled, cutoff),
    transfers,
    satisfaction: satisfactionOf(scores),
    handling,
    holds,
    weeks: times.weeks(cutoff),
    hours: times.hours(),
    days: times.days(),
  };
}

/** What went in: what was asked, every session as it stood, and every answer; in an order of no matter. */
function inputsOf(request: ReportRequest, { sessions, digest, scores }: CourseSums): string {
  const inputs = JSON.stringify([frameOf(request), sessions, digest, scores]);
  return createHash('sha256').update(inputs).digest('hex');
}

function agesOf(open: readonly Unsettled[], cutoff: number): SlaReport['open'] {
  const ages = open
    .filter(({ facts }) => facts.outcome === 'open')
    .map(({ facts }) => cutoff - facts.requestedAt)
    .sort((one, other) => one - other);
  return {
    sessions: ages.length,
    medianAgeMs: ages[Math.ceil(ages.length / 2) - 1] ?? null,
    oldestAgeMs: ages.at(-1) ?? null,
  };
}

function satisfactionOf(counts: readonly ScoreCount[]): SlaReport['satisfaction'] {
  const scores = [1, 2, 3, 4, 5].map(
    (score) => counts.find((one) => one.score === score)?.answers ?? 0,
  );
  return { answers: scores.reduce((all, one) => all + one, 0), scores };
}
