import { Injectable, inject, signal } from '@angular/core';
import { asProblem } from '../desk/desk-problem.js';
import { ProblemWords } from '../words/problem-words.js';

export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'problem';
  readonly text: string;
}

const shownFor = 6_000;

/** Short sentences on what has happened, shown for a while and read out. */
@Injectable({ providedIn: 'root' })
export class Notices {
  readonly #problemWords = inject(ProblemWords);
  readonly #shown = signal<readonly Notice[]>([]);
  readonly #spoken = signal('');
  #last = 0;

  readonly shown = this.#shown.asReadonly();
  /** What only a screen reader is told. */
  readonly spoken = this.#spoken.asReadonly();

  done(text: string): void {
    this.#show('done', text);
  }

  /** Shows why something could not be done. */
  problem(thrown: unknown): void {
    this.#show('problem', this.#problemWords.sentence(asProblem(thrown)));
  }

  say(text: string): void {
    this.#spoken.set(text);
  }

  dismiss(id: number): void {
    this.#shown.update((notices) => notices.filter((notice) => notice.id !== id));
  }

  #show(kind: Notice['kind'], text: string): void {
    this.#last += 1;
    const id = this.#last;
    this.#shown.update((notices) => [...notices.slice(-2), { id, kind, text }]);
    setTimeout(() => {
      this.dismiss(id);
    }, shownFor);
  }
}
