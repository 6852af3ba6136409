import {
  type DurationName,
  durationNames,
  type Entries,
  type FactsPage,
  type Worded,
  type WordName,
  wordNames,
} from './facts-page.js';
import type { FactsRow } from './facts-row.js';

/** The page of some rows. */
export function pageOfRows(rows: readonly FactsRow[]): FactsPage {
  const numbers = (of: (row: FactsRow) => number | null) =>
    Float64Array.from(rows, (row) => of(row) ?? NaN);
  const digests = BigInt64Array.from(rows, ({ digest }) => BigInt(digest));
  return {
    count: rows.length,
    requestedAt: numbers((row) => row.requestedAt),
    settledAt: numbers((row) => row.settledAt),
    supersededAt: numbers((row) => row.supersededAt),
    durations: record<DurationName, Float64Array>(durationNames, (name) =>
      numbers((row) => row[name]),
    ),
    words: record<WordName, Worded<string | null>>(wordNames, (name) =>
      worded(rows.map((row) => row[name])),
    ),
    groups: wordedLists(rows.map(({ groups }) => groups)),
    transfers: Uint32Array.from(rows, ({ transfers }) => transfers),
    digestHigh: Int32Array.from(digests, (digest) => Number(digest >> 32n)),
    digestLow: Uint32Array.from(digests, (digest) => Number(BigInt.asUintN(32, digest))),
    nextResponse: entries(rows, ({ nextResponse }) => nextResponse),
    unanswered: Uint32Array.from(rows, ({ unanswered }) => unanswered),
    handling: keyedEntries(rows, ({ handling }) => Object.entries(handling)),
    holds: keyedEntries(rows, ({ holds }) => Object.entries(holds)),
    answers: answersOf(rows),
  };
}

function record<Name extends string, Value>(
  names: readonly Name[],
  of: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;
}

function worded<Word>(all: readonly Word[]): Worded<Word> {
  const places = new Map<Word, number>();
  const of = Uint32Array.from(all, (word) => {
    const place = places.get(word) ?? places.size;
    places.set(word, place);
    return place;
  });
  return { words: [...places.keys()], of };
}

function wordedLists(all: readonly (readonly string[])[]): Worded<readonly string[]> {
  const { words, of } = worded(all.map((list) => JSON.stringify(list)));
  return { words: words.map((text) => JSON.parse(text) as string[]), of };
}

function entries(rows: readonly FactsRow[], of: (row: FactsRow) => readonly number[]): Entries {
  return {
    row: Uint32Array.from(rows.flatMap((row, index) => of(row).map(() => index))),
    value: Float64Array.from(rows.flatMap(of)),
  };
}

function keyedEntries(
  rows: readonly FactsRow[],
  of: (row: FactsRow) => readonly (readonly [key: string, value: number])[],
): FactsPage['handling'] {
  return {
    ...entries(rows, (row) => of(row).map(([, value]) => value)),
    key: worded(rows.flatMap((row) => of(row).map(([key]) => key))),
  };
}

function answersOf(rows: readonly FactsRow[]): FactsPage['answers'] {
  const all = rows.flatMap(({ answers }) => answers);
  return {
    ...entries(rows, ({ answers }) => answers.map(([score]) => score)),
    at: Float64Array.from(all, ([, at]) => at),
    supersededAt: Float64Array.from(all, ([, , supersededAt]) => supersededAt ?? NaN),
  };
}
