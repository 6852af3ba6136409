/** What a process reads again and again to know who may do what, beside the feed of sessions. */
export type Sighted = 'organisation' | 'policy';

/** What the sight rests on. */
export interface DeskSightOptions {
  /** When the last look at the sessions' feed that succeeded began; milliseconds since 1970. */
  readonly feedReadAt: () => number;
  readonly now: () => number;
}

/**
 * How far this process may be behind what the desk has decided. A process that is cut off from the
 * database goes on serving, and must not vouch for rights that may have been taken away since.
 */
export class DeskSight {
  readonly #options: DeskSightOptions;
  readonly #seenAt: Map<Sighted, number>;

  constructor(options: DeskSightOptions) {
    this.#options = options;
    const opened = options.now();
    this.#seenAt = new Map([
      ['organisation', opened],
      ['policy', opened],
    ]);
  }

  /** Looks; once that has succeeded, everything committed before it began is known. */
  async look(what: Sighted, look: () => Promise<void>): Promise<void> {
    const began = this.#options.now();
    await look();
    this.#seenAt.set(what, began);
  }

  /** For how many milliseconds something may have changed without this process knowing. */
  ageMs(): number {
    const { feedReadAt, now } = this.#options;
    return Math.max(0, now() - Math.min(feedReadAt(), ...this.#seenAt.values()));
  }
}
