import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { MyDesk } from '../desk/my-desk.js';
import { PolicyApi, type Proposal } from './policy-api.js';

/** Proposals are made without a word to the browser of who is to decide on them. */
const againAfterMs = 60_000;

/** The changes of the policy that wait for me, so that whoever may approve learns of them on any page. */
@Injectable({ providedIn: 'root' })
export class WaitingProposals {
  readonly #api = inject(PolicyApi);
  readonly #desk = inject(MyDesk);
  readonly #all = signal<readonly Proposal[]>([]);

  readonly count = computed(() => this.#all().filter((one) => this.isForMe(one)).length);

  constructor() {
    effect((onCleanup) => {
      if (!this.#desk.mayAtDesk('policy.approve')) return;
      void this.look();
      const timer = setInterval(() => {
        if (!document.hidden) void this.look();
      }, againAfterMs);
      onCleanup(() => {
        clearInterval(timer);
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
