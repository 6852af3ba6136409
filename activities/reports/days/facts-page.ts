/** Words of a column, each once, and which of them each row has. */
export interface Worded<Word> {
  readonly words: readonly Word[];
  readonly of: Uint32Array;
}

/** Values of which a row may have none, one or many, in the order of their rows. */
export interface Entries {
  readonly row: Uint32Array;
  readonly value: Float64Array;
}

/** The durations of which a session has one or none. */
export const durationNames = [
  'ready',
  'firstResponse',
  'firstPicture',
  'resolution',
  'totalResolution',
] as const;
export type DurationName = (typeof durationNames)[number];

/** The words by which sessions are told apart. */
export const wordNames = [
  'channel',
  'priority',
  'customer',
  'technician',
  'outcome',
  'clocks',
] as const;
export type WordName = (typeof wordNames)[number];

/**
 * What sessions came to, column by column, so that a report goes through a million of them in the
 * process. Instants and durations are milliseconds; what is not there is NaN.
 */
export interface FactsPage {
  readonly count: number;
  readonly requestedAt: Float64Array;
  readonly settledAt: Float64Array;
  readonly supersededAt: Float64Array;
  readonly durations: Readonly<Record<DurationName, Float64Array>>;
  readonly words: Readonly<Record<WordName, Worded<string | null>>>;
  readonly groups: Worded<readonly string[]>;
  readonly transfers: Uint32Array;
  /** The digest of each row as a number of 64 bits, its lower half without a sign. */
  readonly digestHigh: Int32Array;
  readonly digestLow: Uint32Array;
  readonly nextResponse: Entries;
  /** How many turns of the user ended without an answer, or wait for one. */
  readonly unanswered: Uint32Array;
  /** How long whom, and why, it was held. */
  readonly handling: Entries & { readonly key: Worded<string> };
  readonly holds: Entries & { readonly key: Worded<string> };
  /** The scores that users gave, each between two instants. */
  readonly answers: Entries & { readonly at: Float64Array; readonly supersededAt: Float64Array };
}
