import { Injectable, inject, signal } from '@angular/core';
import type { Person } from '../desk/contract.js';
import { AuditApi } from './audit-api.js';

/** The names of the technicians that the log speaks of by key; a key without a name stands for itself. */
@Injectable({ providedIn: 'root' })
export class AuditPeople {
  readonly #api = inject(AuditApi);
  readonly #list = signal<readonly Person[]>([]);
  readonly list = this.#list.asReadonly();

  async load(): Promise<void> {
    this.#list.set(await this.#api.people());
  }

  name(key: string): string {
    return this.#list().find((one) => one.key === key)?.name ?? key;
  }
}
