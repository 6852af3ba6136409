import type { Instant } from '../session/vocabulary.js';

/** Time that counts, measured from a fixed instant; differences of its measures are counted time. */
export interface CountableHours {
  /** How much counts up to an instant, in milliseconds. */
  until(instant: Instant): number;
  /** The earliest instant by which so much counts, or null when it lies after `limit`. */
  reaching(measure: number, limit: Instant): Instant | null;
}

/** Every millisecond counts. */
export const allHours: CountableHours = {
  until: (instant) => instant,
  reaching: (measure, limit) => (measure > limit ? null : measure),
};
