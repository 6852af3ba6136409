import type { Desk } from '../desk/desk.js';
import { DeskRefusal, DeskUnreachable } from '../desk/desk-error.js';
import type { Model } from '../state/model.js';
import type { Store } from '../state/store.js';

/** Others are taken without a word to this page, so it asks now and then. */
const againAfterMs = 8_000;

/** Learns the request's number, and keeps an eye on its place in the queue for as long as nobody has taken it. */
export class QueuePlace {
  readonly #desk: Pick<Desk, 'waiting'>;
  readonly #store: Store<Model>;
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: Pick<Desk, 'waiting'>, store: Store<Model>) {
    this.#desk = desk;
    this.#store = store;
  }

  follow(): void {
    clearTimeout(this.#looking);
    void this.#look();
  }

  stop(): void {
    clearTimeout(this.#looking);
  }

  async #look(): Promise<void> {
    const { session, waiting } = this.#store.now;
    if (session?.origin !== 'sos-call') return;
    if (session.assignee !== null && waiting !== null) return;
    try {
      this.#store.set({ waiting: await this.#desk.waiting() });
    } catch (error) {
      // The next look finds the desk, or the live stream says that the session is over.
      if (!(error instanceof DeskUnreachable || error instanceof DeskRefusal)) throw error;
    }
    this.#looking = setTimeout(() => void this.#look(), againAfterMs);
  }
}
