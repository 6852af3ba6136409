import type { RefusalStore } from '../../activities/store/refusal-store.js';
import type { Refusal, RefusalLog } from './policy-desk.js';

/** Sends refusals to the audit without making the refused wait; what cannot be written is told. */
export class StoredRefusals implements RefusalLog {
  readonly #store: Pick<RefusalStore, 'note'>;
  readonly #onError: (error: unknown) => void;

  constructor(store: Pick<RefusalStore, 'note'>, onError: (error: unknown) => void) {
    this.#store = store;
    this.#onError = onError;
  }

  note(refusal: Refusal): void {
    this.#store.note(refusal).catch(this.#onError);
  }
}
