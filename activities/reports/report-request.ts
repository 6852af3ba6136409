/** By what a report sets its figures side by side. */
export const reportDimensions = ['channel', 'group', 'technician', 'customer', 'priority'] as const;
export type ReportDimension = (typeof reportDimensions)[number];

/** Which sessions a report is about: those requested in the period, as they stood at the cut-off. */
export interface ReportRequest {
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
  /** The end of the period, or the last full minute where the period is not over. */
  readonly cutoff: Date;
  /** By whose wall clock weeks, days and hours are drawn. */
  readonly zone: string;
  /** The channels that the reader may have reports of, and asked for. */
  readonly channels: readonly string[];
  readonly group: string | null;
  readonly technician: string | null;
  readonly customer: string | null;
  readonly priority: string | null;
  readonly by: ReportDimension;
}
