import { type DestroyRef, Injectable, inject, signal } from '@angular/core';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { Places } from './places.js';
import { type Policy, PolicyApi } from './policy-api.js';

/** Files change on a disk, without a word to anybody's browser. */
const againAfterMs = 10_000;

/** The policy in force, and what was refused since, as the desk last told them. */
@Injectable()
export class PolicyNow {
  readonly #api = inject(PolicyApi);
  readonly #places = inject(Places);
  readonly #policy = signal<Policy | null>(null);
  readonly #problem = signal<DeskProblem | null>(null);

  /** Null until the desk has answered. */
  readonly policy = this.#policy.asReadonly();
  readonly problem = this.#problem.asReadonly();

  /** Asks now, and again every so often as long as its owner is there. */
  begin(owner: DestroyRef): void {
    void this.load();
    const timer = setInterval(() => {
      if (!document.hidden) void this.load();
    }, againAfterMs);
    owner.onDestroy(() => {
      clearInterval(timer);
    });
  }

  async load(): Promise<void> {
    const atDesk = this.#places.all().some(({ key }) => key === '*');
    try {
      const told = await this.#api.policy(atDesk ? '*' : this.#places.first());
      // Only what is new is told on, so that nothing that is being edited begins afresh.
      if (JSON.stringify(told) !== JSON.stringify(this.#policy())) this.#policy.set(told);
      this.#problem.set(null);
    } catch (thrown) {
      this.#problem.set(asProblem(thrown));
    }
  }
}
