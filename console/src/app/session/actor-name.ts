import { Injectable, inject } from '@angular/core';
import type { Actor } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { Words } from '../words/words.js';

/** Who did something, in a word. */
@Injectable({ providedIn: 'root' })
export class ActorName {
  readonly #words = inject(Words);
  readonly #me = inject(MyDesk).key;

  of(actor: Actor, requester: string): string {
    switch (actor.kind) {
      case 'user':
        return requester;
      case 'desk':
        return this.#words.t('actor.desk');
      case 'technician':
        return this.person(actor.person);
    }
  }

  person(person: { readonly key: string; readonly name: string } | undefined): string {
    if (!person) return this.#words.t('actor.somebody');
    return person.key === this.#me() ? this.#words.t('you') : person.name;
  }
}
