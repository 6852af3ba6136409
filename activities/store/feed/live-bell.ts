import { setTimeout as delay } from 'node:timers/promises';
import { type Database, rowsOf } from '../database.js';

/** The channel on which a change is announced; it carries no content. */
export const feedChannel = 'mayday_feed';

/** The channel on which a change of the directory is announced. */
export const directoryBellChannel = 'mayday_directory';

/** How long a ring waits in milliseconds: whoever asked for the change is answered before all others are told. */
const ringAfterMs = 20;

/**
 * Rings after a commit, never within one: a NOTIFY inside a transaction makes commits wait for each
 * other. Rings that come while one is under way become a single further one.
 */
export class LiveBell {
  readonly #db: Database;
  readonly #channel: string;
  #ringing = false;
  #again = false;

  /** `channel` is one of those above. */
  constructor(db: Database, channel = feedChannel) {
    this.#db = db;
    this.#channel = channel;
  }

  /** Announces that something was committed; returns at once. */
  ring(): void {
    if (this.#ringing) {
      this.#again = true;
      return;
    }
    this.#ringing = true;
    void this.#announce();
  }

  async #announce(): Promise<void> {
    do {
      await delay(ringAfterMs);
      this.#again = false;
      // A lost ring costs nothing but time: every listener also looks by itself.
      await rowsOf(this.#db, `notify ${this.#channel}`).catch(() => undefined);
    } while (this.#rungAgain());
    this.#ringing = false;
  }

  #rungAgain(): boolean {
    return this.#again;
  }
}
