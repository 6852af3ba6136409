import type { ClockOutcome } from './clock-counts.js';
import type { MeasureName } from './sla-report.js';

/**
 * Which figure of a report is to be opened. What is null narrows nothing; the rest is narrowed by the
 * same rules that counted the figure.
 */
export interface Figure {
  readonly clock: string | null;
  /** How the clock's promises came out; `unpromised` is of the sessions that have none of it. */
  readonly outcome: ClockOutcome | 'unpromised' | null;
  /** Of the dimension that the report is by; null is every part. */
  readonly part: string | null;
  /** Whether those are meant that belong to no part. */
  readonly partless: boolean;
  /** A duration: the sessions that have it, or those that were left out of it. */
  readonly measure: MeasureName | null;
  readonly excluded: boolean;
  /** With a measure: those for which it took so many milliseconds or more. */
  readonly atLeast: number | null;
  /** The Monday of a week, by the wall clock of the report. */
  readonly week: string | null;
  /** From 1, Monday, to 7. */
  readonly weekday: number | null;
  readonly hour: number | null;
  readonly day: string | null;
  /** With a day: those that arrived on it, ended on it, or had not ended by its end. */
  readonly dayOf: 'arrived' | 'ended' | 'backlog' | null;
  /** A technician who had them for a time. */
  readonly handledBy: string | null;
  /** A reason for which they were on hold. */
  readonly held: string | null;
  readonly ended: string | null;
  readonly transferred: boolean;
  readonly score: number | null;
}
