import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { PolicyWords } from '../words/policy-words.js';
import { Words } from '../words/words.js';
import { Places } from './places.js';
import { type Asked, type Explanation, type Matrix, PolicyApi } from './policy-api.js';

/** A cell that somebody wants explained. */
interface Chosen {
  readonly technician: string;
  readonly name: string;
  readonly action: Asked['action'];
  readonly relation: NonNullable<Asked['relation']>;
}

/** Who can do what in a channel, role by role and person by person; any person's cell explains itself. */
@Component({
  selector: 'md-policy-matrix',
  imports: [ProblemAlert],
  templateUrl: './matrix-view.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatrixView {
  readonly words = inject(Words);
  readonly policyWords = inject(PolicyWords);
  readonly places = inject(Places);
  readonly #api = inject(PolicyApi);
  readonly #place = signal<string | null>(null);

  readonly relations = ['own', 'unassigned', 'other'] as const;
  readonly place = computed(() => this.#place() ?? this.places.first());
  readonly matrix = signal<Matrix | null>(null);
  readonly chosen = signal<Chosen | null>(null);
  readonly explanation = signal<Explanation | null>(null);
  readonly problem = signal<DeskProblem | null>(null);

  constructor() {
    effect(() => void this.#load(this.place()));
  }

  go(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.#place.set(event.target.value);
    this.chosen.set(null);
  }

  scope(scopes: readonly string[]): string {
    if (scopes.length === 0) return '–';
    return scopes.map((scope) => this.words.t(`policy.scope.${scope as 'own'}`)).join(' + ');
  }

  async explain(chosen: Chosen): Promise<void> {
    this.chosen.set(chosen);
    this.explanation.set(null);
    const { technician, action, relation } = chosen;
    try {
      const channel = this.place();
      this.explanation.set(await this.#api.explain({ technician, channel, action, relation }));
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    }
  }

  /** Why it is so, in one sentence. */
  because({ allowed, reason, rule }: Explanation): string {
    const said = allowed
      ? this.words.t('policy.allowed')
      : this.words.t(`policy.reason.${reason ?? 'not-granted'}`);
    return rule === null ? said : `${said} — ${rule}`;
  }

  async #load(place: string): Promise<void> {
    try {
      this.matrix.set(await this.#api.matrix(place));
      this.problem.set(null);
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    }
  }
}
