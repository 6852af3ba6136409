/** Rows of a page, by place. */
export type Rows = Uint32Array | readonly number[];

/** Some rows of a column; NaN is no value. */
export interface Stretch {
  readonly column: Float64Array;
  readonly rows: Rows;
}

/** How many values there are, and those at the fractions that were asked for, null where there are none. */
export interface Ranked {
  readonly population: number;
  readonly at: readonly (number | null)[];
}

const buckets = 4_096;

/**
 * The values at some fractions, each by nearest rank: a value that is there. Counting into buckets
 * first, so that only those of few are put in order: ten times as fast as ordering a million.
 */
export function nearestRanks(stretches: readonly Stretch[], fractions: readonly number[]): Ranked {
  const values = valuesOf(stretches);
  const population = values.length;
  if (population === 0) return { population, at: fractions.map(() => null) };
  const bucketOf = bucketing(values);
  const counts = countsBy(bucketOf, values);
  const places = fractions.map((fraction) =>
    placeOf(Math.max(1, Math.ceil(fraction * population)), counts),
  );
  const found = valuesIn(new Set(places.map(({ bucket }) => bucket)), bucketOf, values);
  return {
    population,
    at: places.map(({ bucket, rank }) => found.get(bucket)?.[rank - 1] ?? null),
  };
}

function valuesOf(stretches: readonly Stretch[]): Float64Array {
  const values = new Float64Array(stretches.reduce((all, { rows }) => all + rows.length, 0));
  let count = 0;
  for (const { column, rows } of stretches) {
    for (const row of rows) {
      const value = column[row] ?? NaN;
      if (Number.isNaN(value)) continue;
      values[count] = value;
      count += 1;
    }
  }
  return values.subarray(0, count);
}

type BucketOf = (value: number) => number;

function bucketing(values: Float64Array): BucketOf {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const share = buckets / (highest - lowest + 1);
  return (value) => Math.floor((value - lowest) * share);
}

function countsBy(bucketOf: BucketOf, values: Float64Array): Uint32Array {
  const counts = new Uint32Array(buckets);
  for (const value of values) {
    const bucket = bucketOf(value);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

/** In which bucket the value of a rank is, and which of that bucket's values it is. */
function placeOf(rank: number, counts: Uint32Array): { bucket: number; rank: number } {
  let left = rank;
  const bucket = counts.findIndex((count) => {
    if (left <= count) return true;
    left -= count;
    return false;
  });
  return { bucket, rank: left };
}

function valuesIn(
  wanted: ReadonlySet<number>,
  bucketOf: BucketOf,
  values: Float64Array,
): ReadonlyMap<number, Float64Array> {
  const isWanted = Uint8Array.from({ length: buckets }, (_, bucket) => Number(wanted.has(bucket)));
  const some = values.filter((value) => isWanted[bucketOf(value)] === 1).sort();
  return new Map(
    [...wanted].map((bucket) => [bucket, some.filter((value) => bucketOf(value) === bucket)]),
  );
}
