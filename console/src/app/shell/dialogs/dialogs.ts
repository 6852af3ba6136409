import { Injectable, signal } from '@angular/core';
import type { QueueRow, SessionDetail, SosCall } from '../../desk/contract.js';

/** What can stand before the page; one at a time. */
export type OpenDialog =
  | { readonly kind: 'invite' }
  | { readonly kind: 'code' }
  | {
      readonly kind: 'sos-call';
      readonly call: SosCall | null;
      /** Where a new one leads; null when that is to be chosen. */
      readonly channel: string | null;
      readonly saved: () => void;
    }
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'transfer'; readonly session: QueueRow }
  | { readonly kind: 'assign'; readonly session: QueueRow }
  | { readonly kind: 'close'; readonly session: QueueRow }
  | { readonly kind: 'collaborate'; readonly session: QueueRow }
  | { readonly kind: 'escalate'; readonly session: QueueRow }
  | { readonly kind: 'ask-more'; readonly session: SessionDetail };

/** The one dialog that is open, or none. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  readonly #open = signal<OpenDialog | null>(null);
  readonly open = this.#open.asReadonly();

  show(dialog: OpenDialog): void {
    this.#open.set(dialog);
  }

  close(): void {
    this.#open.set(null);
  }
}
