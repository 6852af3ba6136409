import { Injectable, inject } from '@angular/core';
import type { Person } from '../desk/contract.js';
import { DeskLine } from '../desk/desk-line.js';

/** Who the technicians are whom I come across. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  readonly #line = inject(DeskLine);

  async list(): Promise<readonly Person[]> {
    return (await this.#line.answer(this.#line.client.GET('/api/people'))).people;
  }
}
