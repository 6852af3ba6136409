import type { GatheredStore, Happening } from '../../activities/audit/gathered-store.js';

/** Where happenings are noted, gathered per person and minute. */
export interface HappeningLog {
  note(happening: Happening): void;
}

/** Sends happenings to the audit without making anybody wait; what cannot be written is told. */
export class StoredHappenings implements HappeningLog {
  readonly #store: Pick<GatheredStore, 'note'>;
  readonly #onError: (error: unknown) => void;
  readonly #writing = new Set<Promise<void>>();

  constructor(store: Pick<GatheredStore, 'note'>, onError: (error: unknown) => void) {
    this.#store = store;
    this.#onError = onError;
  }

  note(happening: Happening): void {
    const writing = this.#store
      .note(happening)
      .catch(this.#onError)
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** Waits until all that was noted so far is written: a process that ends must not take it along. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing);
  }
}
