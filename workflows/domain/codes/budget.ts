/** How much somebody may do before each further time costs work. */
export interface Budget {
  /** How much may be done at once. */
  readonly capacity: number;
  /** How much of what was done is forgiven in a day. */
  readonly perDay: number;
  /** What a time beyond that costs. */
  readonly work: WorkPrice;
}

/** How the price of a time beyond the budget grows. */
export interface WorkPrice {
  /** The leading zero bits that the first time beyond the budget wants. */
  readonly firstBits: number;
  /** How much beyond the budget doubles the work. */
  readonly doublesEvery: number;
  /** The most that is ever asked. */
  readonly mostBits: number;
}

const dayMs = 86_400_000;

/** What is left to forgive of a level after some time. */
export function levelAfter(level: number, elapsedMs: number, { perDay }: Budget): number {
  return Math.max(0, level - (Math.max(0, elapsedMs) * perDay) / dayMs);
}

/** The leading zero bits that reaching a level wants; none within the budget. */
export function bitsFor(level: number, { capacity, work }: Budget): number {
  const beyond = level - capacity;
  if (beyond <= 0) return 0;
  return Math.min(
    work.mostBits,
    work.firstBits + Math.floor(Math.max(0, beyond - 1) / work.doublesEvery),
  );
}

/** The most that somebody gets out of a budget in any day who can compute so many hashes, as a power of two. */
export function mostInADay(budget: Budget, hashBits: number): number {
  const { capacity, perDay, work } = budget;
  if (work.mostBits <= hashBits) return Number.POSITIVE_INFINITY;
  const doublings = Math.max(0, hashBits - work.firstBits + 1);
  return capacity + perDay + doublings * work.doublesEvery;
}
