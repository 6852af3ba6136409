import type { Grouping } from './grouping.js';
import { nearestRanks, type Ranked } from './nearest-rank.js';

/** Some values of a column, by the groups to which they belong; NaN is no value. */
export interface GroupedColumn {
  readonly values: Float64Array;
  /** Which of them are meant. */
  readonly places: Uint32Array;
  readonly grouping: Grouping;
}

/** The values at some fractions within each of so many groups. */
export function rankedGroups(
  columns: readonly GroupedColumn[],
  groups: number,
  fractions: readonly number[],
): readonly Ranked[] {
  const ends = new Uint32Array(groups);
  for (const column of columns) count(column, ends);
  let all = 0;
  // Where each group begins; that moves to its end as its values are put down.
  ends.forEach((some, group) => {
    ends[group] = all;
    all += some;
  });
  const begins = ends.slice();
  const values = new Float64Array(all);
  for (const column of columns) putDown(column, values, ends);
  return Array.from(begins, (begin, group) =>
    nearestRanks(values.subarray(begin, ends[group]), fractions),
  );
}

function count({ values, places, grouping }: GroupedColumn, counts: Uint32Array): void {
  const { of, begin, groups } = grouping;
  for (const place of places) {
    if (Number.isNaN(values[place])) continue;
    const word = of[place] ?? 0;
    const end = begin[word + 1] ?? 0;
    for (let at = begin[word] ?? 0; at < end; at += 1) {
      const group = groups[at] ?? 0;
      counts[group] = (counts[group] ?? 0) + 1;
    }
  }
}

function putDown(
  { values, places, grouping }: GroupedColumn,
  into: Float64Array,
  ends: Uint32Array,
): void {
  const { of, begin, groups } = grouping;
  for (const place of places) {
    const value = values[place] ?? NaN;
    if (Number.isNaN(value)) continue;
    const word = of[place] ?? 0;
    const end = begin[word + 1] ?? 0;
    for (let at = begin[word] ?? 0; at < end; at += 1) {
      const group = groups[at] ?? 0;
      const next = ends[group] ?? 0;
      into[next] = value;
      ends[group] = next + 1;
    }
  }
}
