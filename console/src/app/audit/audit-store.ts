import { Injectable, inject, signal } from '@angular/core';
import type { AuditEntry, AuditState } from '../desk/contract.js';
import { FoundPages } from '../desk/found-pages.js';
import { Notices } from '../shell/notices.js';
import { AuditApi } from './audit-api.js';
import type { AuditFilter } from './audit-filter.js';

/** The entries that a filter finds, and how far the log reaches, whatever the filter. */
@Injectable()
export class AuditStore {
  readonly #api = inject(AuditApi);
  readonly #notices = inject(Notices);
  readonly #log = signal<AuditState | null>(null);

  readonly entries = new FoundPages<AuditFilter, AuditEntry>(
    (filter, after) => this.#api.page(filter, after),
    {},
  );
  /** How far the log reaches; null until the desk has said so. */
  readonly log = this.#log.asReadonly();

  async show(filter: AuditFilter): Promise<void> {
    await Promise.all([this.entries.show(filter), this.#look()]);
  }

  async again(): Promise<void> {
    await Promise.all([this.entries.again(), this.#look()]);
  }

  async #look(): Promise<void> {
    try {
      this.#log.set(await this.#api.state());
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }
}
