import { Injectable, inject } from '@angular/core';
import { Words } from './words.js';

/** The policy's actions and roles in words; unknown ones by their own names. */
@Injectable({ providedIn: 'root' })
export class PolicyWords {
  readonly #words = inject(Words);

  action(action: string): string {
    return this.#named(`action.${action}`, action);
  }

  roles(roles: readonly string[]): string {
    if (roles.length === 0) return this.#words.t('role.nobody');
    return this.#words.list(roles.map((role) => this.#named(`role.${role}`, role)));
  }

  #named(key: string, fallback: string): string {
    return this.#words.knows(key) ? this.#words.t(key) : fallback;
  }
}
