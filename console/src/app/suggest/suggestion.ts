/** One thing on offer for what is being typed. */
export interface Suggestion {
  readonly key: string;
  /** What the field says once it is taken. */
  readonly text: string;
  /** What tells it from others of the same text. */
  readonly detail: string;
}
