import type { FactsPage, Worded } from './days/facts-page.js';
import type { ReportRequest } from './report-request.js';

/** The rows of a page that a report is about: those asked for, as they held at the cut-off. */
export interface ChosenRows {
  readonly rows: Uint32Array;
  /** For each row of the page 1 where it is among them. */
  readonly isChosen: Uint8Array;
}

/** Chooses the rows by the period, the cut-off and what else narrows the report. */
export function chosenRows(page: FactsPage, request: ReportRequest): ChosenRows {
  const fits = filterOf(page, request);
  const isChosen = new Uint8Array(page.count);
  const rows = new Uint32Array(page.count);
  let count = 0;
  for (let row = 0; row < page.count; row += 1) {
    if (!fits(row)) continue;
    isChosen[row] = 1;
    rows[count] = row;
    count += 1;
  }
  return { rows: rows.subarray(0, count), isChosen };
}

function filterOf(page: FactsPage, request: ReportRequest): (row: number) => boolean {
  const { channels, group, technician, customer, priority } = request;
  const [from, to, cutoff] = [request.from, request.to, request.cutoff].map(Number);
  const { words, requestedAt, settledAt, supersededAt } = page;
  const filters = [
    chosen(words.channel, (word) => channels.includes(word ?? '')),
    ...(group === null ? [] : [chosen(page.groups, (list) => list.includes(group))]),
    ...(technician === null ? [] : [chosen(words.technician, (word) => word === technician)]),
    ...(customer === null ? [] : [chosen(words.customer, (word) => word === customer)]),
    ...(priority === null ? [] : [chosen(words.priority, (word) => word === priority)]),
  ];
  return (row) =>
    at(requestedAt, row) >= (from ?? NaN) &&
    at(requestedAt, row) < (to ?? NaN) &&
    // Those that are not settled are worked out for the cut-off, and NaN is later than nothing.
    !(at(settledAt, row) > (cutoff ?? NaN)) &&
    !(at(supersededAt, row) <= (cutoff ?? NaN)) &&
    filters.every((passes) => passes(row));
}

function chosen<Word>(
  { words, of }: Worded<Word>,
  isMeant: (word: Word) => boolean,
): (row: number) => boolean {
  const meant = words.map(isMeant);
  return (row) => meant[at(of, row)] === true;
}

function at(values: Float64Array | Uint32Array, row: number): number {
  return values[row] ?? NaN;
}
