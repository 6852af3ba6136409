/** How many values there are, and those at the fractions that were asked for, null where there are none. */
export interface Ranked {
  readonly population: number;
  readonly at: readonly (number | null)[];
}

/**
 * The values at some ascending fractions, each by nearest rank: a value that is there. The array is
 * put in order as far as that takes, which is ten times as fast as ordering all of a million.
 */
export function nearestRanks(values: Float64Array, fractions: readonly number[]): Ranked {
  const population = values.length;
  let first = 0;
  const at = fractions.map((fraction) => {
    const place = Math.max(1, Math.ceil(fraction * population)) - 1;
    bringTo(place, values, first);
    first = place;
    return values[place] ?? null;
  });
  return { population, at };
}

/**
 * Moves values from a first place on so that the one at a place is the one of a full order, with none
 * greater before it: Hoare's selection, with the middle of three values as pivot.
 */
function bringTo(place: number, values: Float64Array, first: number): void {
  let last = values.length - 1;
  while (first < last) {
    const { up, down } = partition(values, first, last);
    if (place > down && place < up) return;
    if (place <= down) last = down;
    else first = up;
  }
}

/** Brings the smaller values up to `down` and the greater ones to `up` and after it. */
function partition(values: Float64Array, first: number, last: number) {
  const pivot = middleOf(values, first, last);
  let [up, down] = [first, last];
  while (up <= down) {
    while ((values[up] ?? NaN) < pivot) up += 1;
    while ((values[down] ?? NaN) > pivot) down -= 1;
    if (up > down) break;
    const value = values[up] ?? NaN;
    values[up] = values[down] ?? NaN;
    values[down] = value;
    up += 1;
    down -= 1;
  }
  return { up, down };
}

function middleOf(values: Float64Array, first: number, last: number): number {
  const [one = NaN, other = NaN] = [values[first], values[last]];
  const middle = values[(first + last) >> 1] ?? NaN;
  return Math.max(Math.min(one, other), Math.min(Math.max(one, other), middle));
}
