import { Injectable, computed, inject, signal } from '@angular/core';
import type { AuditEntry, AuditState } from '../desk/contract.js';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { FoundPages } from '../desk/found-pages.js';
import { AuditApi } from './audit-api.js';
import type { AuditFilter } from './audit-filter.js';

/** The entries that a filter finds, and how far the log reaches, whatever the filter. */
@Injectable()
export class AuditStore {
  readonly #api = inject(AuditApi);
  readonly #log = signal<AuditState | null>(null);
  readonly #logProblem = signal<DeskProblem | null>(null);

  readonly entries = new FoundPages<AuditFilter, AuditEntry>(
    (filter, after) => this.#api.page(filter, after),
    {},
  );
  /** How far the log reaches; null until the desk has said so. */
  readonly log = this.#log.asReadonly();
  /** Why the one or the other was not told; what keeps both back is said once. */
  readonly problem = computed(() => this.entries.problem() ?? this.#logProblem());

  async show(filter: AuditFilter): Promise<void> {
    await Promise.all([this.entries.show(filter), this.#look()]);
  }

  async again(): Promise<void> {
    await Promise.all([this.entries.again(), this.#look()]);
  }

  async #look(): Promise<void> {
    try {
      this.#log.set(await this.#api.state());
      this.#logProblem.set(null);
    } catch (thrown) {
      this.#logProblem.set(asProblem(thrown));
    }
  }
}
