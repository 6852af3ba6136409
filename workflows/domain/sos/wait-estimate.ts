/** A wait that is over: how long it took from which place in the queue. */
export interface PastWait {
  readonly waitedMs: number;
  /** The place at the request; the first is 1. */
  readonly place: number;
}

/** How long somebody may still wait, and what that rests on. */
export interface WaitEstimate {
  /** Half of the people waited no longer, place for place. */
  readonly fromMs: number;
  /** Four in five waited no longer. */
  readonly toMs: number;
  /** How many past waits it rests on. */
  readonly requests: number;
}

/** With fewer waits to go by, nothing honest can be said. */
export const fewestWaits = 5;

/**
 * How long the person at a place may wait, from how long each place took in the same channel: the
 * middle of it to its fourth fifth, by nearest rank. Null when too few waits are known.
 */
export function estimateWait(past: readonly PastWait[], place: number): WaitEstimate | null {
  if (past.length < fewestWaits || place < 1) return null;
  const forEachPlace = past
    .map(({ waitedMs, place: stood }) => Math.max(0, waitedMs) / Math.max(1, stood))
    .sort((one, other) => one - other);
  return {
    fromMs: Math.round(rank(forEachPlace, 0.5) * place),
    toMs: Math.round(rank(forEachPlace, 0.8) * place),
    requests: past.length,
  };
}

function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}
