import { type Signal, computed, linkedSignal } from '@angular/core';

/** Which line a list begins with, and what makes it begin anew. */
export interface Beginning {
  readonly at: () => number;
  readonly anew: Signal<unknown>;
}

/** The line of a list that the arrow keys are at while the focus stays in a field; at -1 none is. */
export class LineAtHand<T> {
  readonly #lines: Signal<readonly T[]>;
  readonly at;
  readonly line = computed(() => this.#lines()[this.at()]);

  constructor(lines: Signal<readonly T[]>, { at, anew }: Beginning) {
    this.#lines = lines;
    this.at = linkedSignal<unknown, number>({ source: anew, computation: at });
  }

  /** Goes on by an arrow key, around the ends; false for every other key. */
  move(key: string): boolean {
    const step = steps[key];
    const count = this.#lines().length;
    if (step === undefined) return false;
    if (count === 0) return true;
    this.at.update((at) => (at < 0 && step < 0 ? count - 1 : (at + step + count) % count));
    return true;
  }
}

const steps: Readonly<Partial<Record<string, 1 | -1>>> = { ArrowDown: 1, ArrowUp: -1 };
