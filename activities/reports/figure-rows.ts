import { type ChosenRows, meant, narrow, placesOf } from './chosen-rows.js';
import { promisesIn } from './clock-counts.js';
import type { Entries, FactsPage, Worded } from './days/facts-page.js';
import type { Figure } from './figure.js';
import { partsIn } from './part-sums.js';
import type { ReportRequest } from './report-request.js';
import { dayOfText, type WallClock, weekdayOf } from './wall-clock.js';

/** The rows of a page that a figure counted. */
export interface FigureRows {
  readonly rows: Uint32Array;
  /** How long the figure's measure took, of every row of the page; NaN where it is of none. */
  readonly took: Float64Array;
}

/** Narrows rows that a report is about to those of one of its figures, by the rules that counted it. */
export function figureRows(
  page: FactsPage,
  { isChosen, outcomes }: ChosenRows,
  figure: Figure,
  { request, clock }: { readonly request: ReportRequest; readonly clock: WallClock },
): FigureRows {
  const marks = isChosen.slice();
  const took = tookOf(page, figure);
  narrow(
    marks,
    meant(outcomes, (text) => fits(text, figure)),
  );
  if (figure.part !== null || figure.partless) narrow(marks, ofPart(page, request, figure));
  if (figure.ended !== null) {
    narrow(
      marks,
      meant(page.words.outcome, (word) => word === figure.ended),
    );
  }
  for (const test of [...ofMeasure(page, took, figure), ...ofCourse(page, figure, request)]) {
    keep(marks, test);
  }
  for (const test of ofTime(page, figure, clock)) keep(marks, test);
  return { rows: placesOf(marks), took };
}

type Test = (row: number) => boolean;

function keep(marks: Uint8Array, isMeant: Test): void {
  for (let row = 0; row < marks.length; row += 1) {
    if (marks[row] === 1 && !isMeant(row)) marks[row] = 0;
  }
}

function fits(clocks: string, { clock, outcome }: Figure): boolean {
  if (clock === null) return true;
  const promises = promisesIn(clocks, NaN).filter(({ name }) => name === clock);
  if (outcome === 'unpromised') return promises.length === 0;
  return promises.some((one) => outcome === null || one.outcome === outcome);
}

function ofPart(
  page: FactsPage,
  { by }: ReportRequest,
  { part, partless }: Figure,
): Worded<boolean> {
  return meant(
    partsIn(page, by),
    (keys) => (part === null || keys.includes(part)) && (!partless || keys.includes(null)),
  );
}

/** The duration that a figure is about; of many turns the longest, and none of those that were left out. */
function tookOf(page: FactsPage, { measure, excluded }: Figure): Float64Array {
  if (measure !== null && measure !== 'nextResponse') return page.durations[measure];
  const took = new Float64Array(page.count).fill(NaN);
  if (measure === null || excluded) return took;
  const { row: rowOf, value } = page.nextResponse;
  rowOf.forEach((row, turn) => {
    const one = value[turn] ?? NaN;
    if (!((took[row] ?? NaN) >= one)) took[row] = one;
  });
  return took;
}

function ofMeasure(
  { unanswered }: FactsPage,
  took: Float64Array,
  { measure, excluded, atLeast }: Figure,
): readonly Test[] {
  if (measure === null) return [];
  if (excluded && measure === 'nextResponse') return [(row) => (unanswered[row] ?? 0) > 0];
  if (excluded) return [(row) => Number.isNaN(took[row])];
  return [(row) => (took[row] ?? NaN) >= (atLeast ?? 0)];
}

function ofCourse(page: FactsPage, figure: Figure, { cutoff }: ReportRequest): readonly Test[] {
  const { handledBy, held, transferred, score } = figure;
  return [
    ...(handledBy === null ? [] : [isIn(keyed(page.handling, handledBy))]),
    ...(held === null ? [] : [isIn(keyed(page.holds, held))]),
    ...(transferred ? [(row: number) => (page.transfers[row] ?? 0) > 0] : []),
    ...(score === null ? [] : [isIn(answered(page, score, cutoff.getTime()))]),
  ];
}

function isIn(rows: ReadonlySet<number>): Test {
  return (row) => rows.has(row);
}

function keyed(
  { row, key }: Entries & { readonly key: Worded<string> },
  word: string,
): ReadonlySet<number> {
  const place = key.words.indexOf(word);
  return new Set(row.filter((_, entry) => key.of[entry] === place));
}

function answered({ answers }: FactsPage, score: number, cutoff: number): ReadonlySet<number> {
  const { row, value, at, supersededAt } = answers;
  return new Set(
    row.filter(
      (_, entry) =>
        value[entry] === score &&
        (at[entry] ?? NaN) <= cutoff &&
        !((supersededAt[entry] ?? NaN) <= cutoff),
    ),
  );
}

/** By the wall clock of the report, as its plots are drawn. */
function ofTime(
  { requestedAt, settledAt }: FactsPage,
  { week, weekday, hour, day, dayOf }: Figure,
  clock: WallClock,
): readonly Test[] {
  const arrived = (row: number) => clock.shows(requestedAt[row] ?? NaN);
  const tests: Test[] = [];
  if (week !== null) {
    const monday = dayOfText(week);
    tests.push((row) => {
      const { day: shown } = arrived(row);
      return shown - weekdayOf(shown) + 1 === monday;
    });
  }
  if (weekday !== null) tests.push((row) => weekdayOf(arrived(row).day) === weekday);
  if (hour !== null) tests.push((row) => arrived(row).hour === hour);
  if (day === null || dayOf === null) return tests;
  // One that has not ended does so later than on any day.
  const ended = (row: number) => {
    const at = settledAt[row] ?? NaN;
    return Number.isNaN(at) ? Infinity : clock.shows(at).day;
  };
  return [...tests, byDay[dayOf](dayOfText(day), (row) => arrived(row).day, ended)];
}

type DayOf = (row: number) => number;

const byDay: Readonly<
  Record<NonNullable<Figure['dayOf']>, (day: number, arrived: DayOf, ended: DayOf) => Test>
> = {
  arrived: (day, arrived) => (row) => arrived(row) === day,
  ended: (day, _, ended) => (row) => ended(row) === day,
  backlog: (day, arrived, ended) => (row) => arrived(row) <= day && ended(row) > day,
};
