import { settledClocks } from './clock-counts.js';
import type { FactsPage, Worded } from './days/facts-page.js';
import type { ReportRequest } from './report-request.js';

/** The rows of a page that a report is about: those asked for, as they held at the cut-off. */
export interface ChosenRows {
  readonly rows: Uint32Array;
  /** For each row of the page 1 where it is among them. */
  readonly isChosen: Uint8Array;
  /** How the promises of each row of the page had come out by the cut-off. */
  readonly outcomes: Worded<string>;
}

/** Chooses the rows by the period, the cut-off and what else narrows the report. */
export function chosenRows(page: FactsPage, request: ReportRequest): ChosenRows {
  const isChosen = heldRows(page, request);
  for (const narrowing of narrowings(page, request)) narrow(isChosen, narrowing);
  return { rows: placesOf(isChosen), isChosen, outcomes: outcomesOf(page, request) };
}

/** Takes out of the rows that are chosen those whose word is not meant. */
export function narrow(isChosen: Uint8Array, { of, words }: Worded<boolean>): void {
  if (words.every((isMeant) => isMeant)) return;
  const meant = Uint8Array.from(words, Number);
  for (let row = 0; row < isChosen.length; row += 1) {
    isChosen[row] = (isChosen[row] ?? 0) & (meant[of[row] ?? 0] ?? 0);
  }
}

/** The places at which something is marked with 1. */
export function placesOf(marks: Uint8Array): Uint32Array {
  const places = new Uint32Array(marks.length);
  let count = 0;
  for (let place = 0; place < marks.length; place += 1) {
    places[count] = place;
    count += marks[place] ?? 0;
  }
  return places.subarray(0, count);
}

function heldRows(
  { count, requestedAt, settledAt, supersededAt }: FactsPage,
  request: ReportRequest,
): Uint8Array {
  const [from = NaN, to = NaN, cutoff = NaN] = [request.from, request.to, request.cutoff].map(
    Number,
  );
  const held = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const at = requestedAt[row] ?? NaN;
    // Those that are not settled are worked out for the cut-off, and NaN is later than nothing.
    const isHeld = !((settledAt[row] ?? NaN) > cutoff) && !((supersededAt[row] ?? NaN) <= cutoff);
    held[row] = Number(at >= from && at < to && isHeld);
  }
  return held;
}

function narrowings(page: FactsPage, request: ReportRequest): readonly Worded<boolean>[] {
  const { channels, group, technician, customer, priority } = request;
  const { words, groups } = page;
  return [
    meant(words.channel, (word) => channels.includes(word ?? '')),
    ...(group === null ? [] : [meant(groups, (list) => list.includes(group))]),
    ...(technician === null ? [] : [meant(words.technician, (word) => word === technician)]),
    ...(customer === null ? [] : [meant(words.customer, (word) => word === customer)]),
    ...(priority === null ? [] : [meant(words.priority, (word) => word === priority)]),
  ];
}

/** A column that tells of each row whether its word is meant. */
export function meant<Word>(
  { words, of }: Worded<Word>,
  isMeant: (word: Word) => boolean,
): Worded<boolean> {
  return { words: words.map(isMeant), of };
}

function outcomesOf({ words: { clocks } }: FactsPage, { cutoff }: ReportRequest): Worded<string> {
  const until = cutoff.getTime();
  return { words: clocks.words.map((word) => settledClocks(word ?? '', until)), of: clocks.of };
}
