import type { Grouping } from './grouping.js';

/** Adds up a number that each row has, within each of the groups to which the row belongs. */
export class GroupedSums {
  readonly #sums: number[] = [];

  add(values: Uint32Array, rows: Uint32Array, { of, begin, groups }: Grouping): void {
    for (const row of rows) {
      const value = values[row] ?? 0;
      if (value === 0) continue;
      const word = of[row] ?? 0;
      for (const group of groups.subarray(begin[word], begin[word + 1])) {
        this.#sums[group] = this.of(group) + value;
      }
    }
  }

  of(group: number): number {
    return this.#sums[group] ?? 0;
  }
}
