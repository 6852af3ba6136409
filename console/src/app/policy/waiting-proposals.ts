import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { LiveFeed } from '../desk/live-feed.js';
import { MyDesk } from '../desk/my-desk.js';
import { PolicyApi, type Proposal } from './policy-api.js';

/** The desk tells whoever may decide that a proposal waits, and nobody that it no longer does. */
const againAfterMs = 60_000;

/** The changes of the policy that wait for me, so that whoever may approve learns of them on any page. */
@Injectable({ providedIn: 'root' })
export class WaitingProposals {
  readonly #api = inject(PolicyApi);
  readonly #desk = inject(MyDesk);
  readonly #feed = inject(LiveFeed);
  readonly #all = signal<readonly Proposal[]>([]);

  readonly count = computed(() => this.#all().filter((one) => this.isForMe(one)).length);

  constructor() {
    effect((onCleanup) => {
      if (!this.#desk.mayAtDesk('policy.approve')) return;
      void this.look();
      const timer = setInterval(() => {
        if (!document.hidden) void this.look();
      }, againAfterMs);
      const deafen = this.#feed.listen((event) => {
        const isOfDesk = event.type === 'directory' && event.parts.includes('notices');
        if (isOfDesk) void this.look();
      });
      onCleanup(() => {
        clearInterval(timer);
        deafen();
      });
    });
  }

  /** Whether a proposal waits for me: one that I do not answer for myself. */
  isForMe({ state, proposedBy }: Proposal): boolean {
    return state === 'open' && proposedBy?.key !== this.#desk.key();
  }

  async look(): Promise<void> {
    // What cannot be had now, the next look brings.
    const proposals = await this.#api.proposals().catch(() => null);
    if (proposals) this.#all.set(proposals);
  }
}
