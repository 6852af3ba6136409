import { Injectable, inject } from '@angular/core';
import type { Problem } from '../desk/contract.js';
import type { DeskProblem } from '../desk/desk-problem.js';
import { PolicyWords } from './policy-words.js';
import { Words } from './words.js';

/** Problems as sentences of the console's language; what it does not know speaks by its own title. */
@Injectable({ providedIn: 'root' })
export class ProblemWords {
  readonly #words = inject(Words);
  readonly #policy = inject(PolicyWords);

  sentence(failure: DeskProblem): string {
    const { problem } = failure;
    const name = problem.about?.name;
    const key = `problem.${failure.code}`;
    const nameless = key === 'problem.already-claimed' && name === undefined;
    const said =
      this.#words.knows(key) && !nameless
        ? this.#words.t(key, { name: name ?? '' })
        : problem.title;
    return [said, this.#other(problem), this.#missing(problem)]
      .filter((part) => part !== '')
      .join(' ');
  }

  #other({ other }: Problem): string {
    return other === undefined ? '' : this.#words.t('problem.other', { name: other });
  }

  #missing({ missing }: Problem): string {
    if (!missing) return '';
    return this.#words.t('problem.missing', {
      action: this.#policy.action(missing.action),
      roles: this.#policy.roles(missing.roles),
    });
  }
}
