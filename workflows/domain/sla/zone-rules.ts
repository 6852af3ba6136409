import type { Instant } from '../session/vocabulary.js';

/** From an instant on, wall clocks are this many milliseconds ahead of UTC. */
export interface OffsetChange {
  readonly from: Instant;
  readonly offset: number;
}

/** What one release of the zone database says about one zone. */
export interface ZoneRules {
  /** The IANA name. */
  readonly zone: string;
  /** The release, such as `2026b`. */
  readonly release: string;
  /** The offset before the first change. */
  readonly initial: number;
  /** In order of time. */
  readonly changes: readonly OffsetChange[];
}

/** A stretch of time during which the offset stays the same; `to` is exclusive. */
export interface OffsetPeriod {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
}

/** The periods of constant offset between two instants, in order. */
export function offsetPeriods(rules: ZoneRules, from: Instant, to: Instant): OffsetPeriod[] {
  const all = [{ from: -Infinity, offset: rules.initial }, ...rules.changes];
  return all
    .map(({ from: since, offset }, index) => {
      const until = all[index + 1]?.from ?? Infinity;
      return { from: Math.max(since, from), to: Math.min(until, to), offset };
    })
    .filter((period) => period.from < period.to);
}
