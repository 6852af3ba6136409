import { Injectable, computed, inject, signal } from '@angular/core';
import type { ChannelSummary, Me } from './contract.js';
import { DeskApi } from './desk-api.js';

/** Who is signed in and the channels that they see; null until the desk has said so. */
@Injectable({ providedIn: 'root' })
export class MyDesk {
  readonly #api = inject(DeskApi);
  readonly #me = signal<Me | null>(null);
  readonly #channels = signal<readonly ChannelSummary[]>([]);

  readonly me = this.#me.asReadonly();
  readonly channels = this.#channels.asReadonly();
  readonly key = computed(() => this.#me()?.person.key ?? '');
  readonly mayInvite = computed(() => (this.#me()?.mayInviteIn.length ?? 0) > 0);

  /** What a channel is called; its key where I do not see it. */
  channelName(key: string): string {
    return this.#channels().find((channel) => channel.key === key)?.name ?? key;
  }

  /** Whether the policy lets me do something at the desk itself. */
  mayAtDesk(action: string): boolean {
    return this.#me()?.actions.atDesk.includes(action) ?? false;
  }

  /** Whether the policy lets me do something in any place at all. */
  mayAnywhere(action: string): boolean {
    return this.#me()?.actions.anywhere.includes(action) ?? false;
  }

  /** Asks the desk once more; a DeskProblem when it does not know us. */
  async load(): Promise<Me> {
    const me = await this.#api.me();
    this.#channels.set(await this.#api.channels());
    this.#me.set(me);
    return me;
  }

  forget(): void {
    this.#me.set(null);
  }
}
