import type { DueStep, PromiseReading } from '../../../workflows/domain/sla/clock.js';

/** The promise of a session that falls due next, and the step that the desk takes next. */
export interface RowPromise {
  readonly clock: string;
  readonly state: PromiseReading['state'];
  readonly dueAt: number | null;
  readonly step: DueStep | null;
}

/** What the row of `session_clocks` holds. */
export interface StoredClocks {
  readonly readings: readonly PromiseReading[];
  readonly step: DueStep | null;
}

/** The open promise that falls due first; a paused one only where there is no other. */
export function rowPromise(clocks: StoredClocks | null): RowPromise | null {
  if (!clocks) return null;
  const open = clocks.readings.filter((reading) => reading.open);
  const [first] = open.toSorted(
    (one, other) => (one.dueAt ?? Infinity) - (other.dueAt ?? Infinity),
  );
  if (!first) return null;
  return { clock: first.name, state: first.state, dueAt: first.dueAt, step: clocks.step };
}
