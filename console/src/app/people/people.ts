import { Injectable, inject, signal } from '@angular/core';
import type { Person } from '../desk/contract.js';
import { Notices } from '../shell/notices.js';
import { PeopleApi } from './people-api.js';

/** The names of technicians that are spoken of by key; a key without a name stands for itself. */
@Injectable({ providedIn: 'root' })
export class People {
  readonly #api = inject(PeopleApi);
  readonly #notices = inject(Notices);
  readonly #list = signal<readonly Person[]>([]);
  readonly list = this.#list.asReadonly();

  async load(): Promise<void> {
    try {
      this.#list.set(await this.#api.list());
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  name(key: string): string {
    return this.#list().find((one) => one.key === key)?.name ?? key;
  }
}
