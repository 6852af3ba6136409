import type { ClockCounts } from './clock-counts.js';
import type { ReportNames } from './report-names.js';
import type { ReportDimension } from './report-request.js';

/** The durations of which a report gives percentiles. */
export const measureNames = [
  'ready',
  'firstResponse',
  'firstPicture',
  'nextResponse',
  'resolution',
  'totalResolution',
] as const;
export type MeasureName = (typeof measureNames)[number];

/** One duration over a population: how many have it, how many do not, and nearest-rank percentiles. */
export interface MeasureFigures {
  readonly name: MeasureName;
  readonly population: number;
  /** Sessions of the population that did not come to it. */
  readonly excluded: number;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
}

/** The figures of all, or of one channel, group, technician, customer or priority. */
export interface Figures {
  readonly sessions: number;
  readonly clocks: readonly ClockCounts[];
  readonly measures: readonly MeasureFigures[];
}

/** A total over sessions: how many took part, and milliseconds in all. */
export interface Total {
  readonly key: string;
  readonly sessions: number;
  readonly totalMs: number;
}

/** A report. Its figures are of keys; what these were called stands beside them, as of the cut-off. */
export interface SlaReport {
  readonly definition: 'mayday-sla-report-2';
  readonly period: {
    readonly from: string;
    readonly to: string;
    readonly cutoff: string;
    readonly zone: string;
  };
  readonly filter: {
    readonly channels: readonly string[];
    readonly group: string | null;
    readonly technician: string | null;
    readonly customer: string | null;
    readonly priority: string | null;
  };
  readonly by: ReportDimension;
  /** A hash of everything that went in. */
  readonly inputs: string;
  readonly all: Figures;
  readonly parts: readonly ({ readonly key: string | null } & Figures)[];
  readonly outcomes: Readonly<Record<string, number>>;
  readonly open: {
    readonly sessions: number;
    readonly medianAgeMs: number | null;
    readonly oldestAgeMs: number | null;
  };
  readonly transfers: { readonly sessions: number; readonly total: number };
  readonly satisfaction: { readonly answers: number; readonly scores: readonly number[] };
  readonly handling: readonly Total[];
  readonly holds: readonly Total[];
  readonly weeks: readonly { readonly week: string; readonly clocks: readonly ClockCounts[] }[];
  readonly hours: readonly {
    readonly weekday: number;
    readonly hour: number;
    readonly arrivals: number;
    readonly waitingMs: number | null;
  }[];
  readonly days: readonly {
    readonly day: string;
    readonly arrived: number;
    readonly ended: number;
    readonly backlog: number;
  }[];
  readonly names: ReportNames;
}

/** A report before its keys have names. */
export type UnnamedReport = Omit<SlaReport, 'names'>;
