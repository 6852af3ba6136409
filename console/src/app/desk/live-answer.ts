import { DestroyRef, type Signal, inject, signal } from '@angular/core';
import { type DeskProblem, asProblem } from './desk-problem.js';
import type { DirectoryPart } from './live-event.js';
import { LiveFeed } from './live-feed.js';

/** What the desk answers to a question, asked again whenever somebody changes one of its parts. */
export class LiveAnswer<Answer> {
  readonly #ask: () => Promise<Answer>;
  readonly #value = signal<Answer | null>(null);
  readonly #problem = signal<DeskProblem | null>(null);
  #asked = 0;

  /** Null until the desk has answered. */
  readonly value: Signal<Answer | null> = this.#value.asReadonly();
  readonly problem: Signal<DeskProblem | null> = this.#problem.asReadonly();

  /** In an injection context; listens as long as that lives. */
  constructor(ask: () => Promise<Answer>, parts: readonly DirectoryPart[]) {
    this.#ask = ask;
    const stop = inject(LiveFeed).listen((event) => {
      const changed =
        event.type === 'reset' ||
        (event.type === 'directory' && event.parts.some((part) => parts.includes(part)));
      if (changed) void this.load();
    });
    inject(DestroyRef).onDestroy(stop);
    void this.load();
  }

  /** Asks now; an answer that a later question has overtaken is dropped. */
  async load(): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    try {
      const answer = await this.#ask();
      if (mine !== this.#asked) return;
      this.#value.set(answer);
      this.#problem.set(null);
    } catch (thrown) {
      if (mine === this.#asked) this.#problem.set(asProblem(thrown));
    }
  }
}
