import { computed, inject, signal } from '@angular/core';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import type { Fault } from '../words/fault-words.js';
import { ProblemWords } from '../words/problem-words.js';

/** The sending of a form: whether it is under way, and in a sentence why it did not work. */
export class FormSending {
  readonly #problemWords = inject(ProblemWords);
  readonly #problem = signal<DeskProblem | null>(null);
  #key = crypto.randomUUID();
  readonly busy = signal(false);
  readonly sentence = computed(() => {
    const failure = this.#problem();
    return failure && this.#problemWords.sentence(failure);
  });
  /** What is wrong at which place of what was sent. */
  readonly faults = computed(() => this.#problem()?.problem.errors ?? []);

  /** What is wrong at a place of it, such as `/tiers/0`, or below. */
  faultsAt(place: string): readonly Fault[] {
    const at = `/body${place}`;
    return this.faults().filter(({ path }) => path === at || path.startsWith(`${at}/`));
  }

  /** The places of what was refused are others now: something was moved or taken out. */
  forget(): void {
    this.#problem.set(null);
  }

  /** Does it once at a time, with the key of this sending; true when it worked. */
  async send(act: (key: string) => Promise<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    try {
      await act(this.#key);
      this.#problem.set(null);
      this.#key = crypto.randomUUID();
      return true;
    } catch (thrown) {
      const problem = asProblem(thrown);
      this.#problem.set(problem);
      // Only what nobody has answered may have been done, and is sent again as the same.
      if (problem.code !== 'unreachable') this.#key = crypto.randomUUID();
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
