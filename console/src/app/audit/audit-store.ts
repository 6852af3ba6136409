import { Injectable, inject, signal } from '@angular/core';
import type { AuditEntry, AuditState } from '../desk/contract.js';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { AuditApi } from './audit-api.js';
import type { AuditFilter } from './audit-filter.js';

/** The entries that a filter finds, page after page; an answer that was overtaken is dropped. */
@Injectable()
export class AuditStore {
  readonly #api = inject(AuditApi);
  readonly #entries = signal<readonly AuditEntry[]>([]);
  readonly #next = signal<string | null>(null);
  readonly #state = signal<'asking' | 'there' | DeskProblem>('asking');
  readonly #log = signal<AuditState | null>(null);
  #filter: AuditFilter = {};
  #asked = 0;

  readonly entries = this.#entries.asReadonly();
  readonly state = this.#state.asReadonly();
  /** How far the log reaches; null until the desk has said so. */
  readonly log = this.#log.asReadonly();
  /** Whether there is more than what is listed. */
  readonly more = () => this.#next() !== null;

  show(filter: AuditFilter): Promise<void> {
    this.#filter = filter;
    this.#entries.set([]);
    this.#next.set(null);
    return this.#ask(null);
  }

  again(): Promise<void> {
    return this.show(this.#filter);
  }

  showMore(): Promise<void> {
    return this.#ask(this.#next());
  }

  async #ask(after: string | null): Promise<void> {
    const asked = (this.#asked += 1);
    this.#state.set('asking');
    try {
      const [{ entries, next }, log] = await Promise.all([
        this.#api.page(this.#filter, after),
        this.#api.state(),
      ]);
      if (asked !== this.#asked) return;
      this.#log.set(log);
      this.#entries.update((before) => [...before, ...entries]);
      this.#next.set(next);
      this.#state.set('there');
    } catch (thrown) {
      if (asked === this.#asked) this.#state.set(asProblem(thrown));
    }
  }
}
