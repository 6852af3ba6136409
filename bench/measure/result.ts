import type { Machine } from './machine.js';
import type { Verdict } from './verdict.js';

/** Figures beside the one that is judged, as a table. */
export interface Detail {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a measurement found. */
export interface Finding {
  /** The goal's id, with what it was measured on where there are several: `P13 1280×720`. */
  readonly id: string;
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
  readonly verdict: Verdict;
  readonly details: readonly Detail[];
}

/** A finding with what it takes to find it again. */
export interface Result extends Finding {
  readonly command: string;
  /** The day, as `2026-11-24`. */
  readonly day: string;
  readonly machine: Machine;
  /** The machine's load before the measurement began; above 1.0 others were at work too. */
  readonly loadBefore: number;
}
