import { computed, signal } from '@angular/core';
import { DeskProblem, asProblem } from './desk-problem.js';

/** A page of what was found, and after which row the next begins; null at the end. */
export interface FoundPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** Asks for a page of what a question finds: the first one, or the one after a row. */
export type AskPage<Question, Row> = (
  question: Question,
  after: string | null,
) => Promise<FoundPage<Row>>;

/** What a question finds, page after page; an answer that a later question has overtaken is dropped. */
export class FoundPages<Question, Row> {
  readonly #ask: AskPage<Question, Row>;
  readonly #rows = signal<readonly Row[]>([]);
  readonly #next = signal<string | null>(null);
  readonly #state = signal<'asking' | 'there' | DeskProblem>('asking');
  #question: Question;
  #asked = 0;

  readonly rows = this.#rows.asReadonly();
  readonly asking = computed(() => this.#state() === 'asking');
  readonly problem = computed(() => {
    const state = this.#state();
    return state instanceof DeskProblem ? state : null;
  });
  /** Whether there is more than what is listed. */
  readonly hasMore = computed(() => this.#next() !== null);

  constructor(ask: AskPage<Question, Row>, question: Question) {
    this.#ask = ask;
    this.#question = question;
  }

  /** Asks anew; what was found before stays in sight until the answer is there. */
  async show(question: Question): Promise<void> {
    this.#question = question;
    await this.#read(null);
  }

  async again(): Promise<void> {
    await this.#read(null);
  }

  async showMore(): Promise<void> {
    await this.#read(this.#next());
  }

  async #read(after: string | null): Promise<void> {
    const asked = (this.#asked += 1);
    this.#state.set('asking');
    try {
      const { rows, next } = await this.#ask(this.#question, after);
      if (asked !== this.#asked) return;
      this.#rows.update((before) => (after === null ? rows : [...before, ...rows]));
      this.#next.set(next);
      this.#state.set('there');
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.#rows.set([]);
      this.#next.set(null);
      this.#state.set(asProblem(thrown));
    }
  }
}
