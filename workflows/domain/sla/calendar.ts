/** The days of the week as calendars name them, in their order from Monday. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** From when until when, by the wall clock, `HH:MM`; the end is exclusive and may be `24:00`. */
export type OpenInterval = readonly [from: string, to: string];

/** One version of the hours of a channel. */
export interface Calendar {
  /** The IANA name of the zone whose wall clock it speaks of. */
  readonly zone: string;
  /** A day that is left out is closed. */
  readonly week: Readonly<Partial<Record<Weekday, readonly OpenInterval[]>>>;
  /** Dates, `YYYY-MM-DD`, whose whole day is replaced; no intervals close it. */
  readonly exceptions: Readonly<Record<string, readonly OpenInterval[]>>;
}
