import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { origins } from '../../../../workflows/domain/session/vocabulary.js';
import type { RoutingRules } from '../desk/contract.js';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { Control } from '../form/control.js';
import { FaultsAt } from '../form/faults-at.js';
import { Field } from '../form/field.js';
import { FormSending } from '../form/form-sending.js';
import { SendingProblem } from '../form/sending-problem.js';
import { Sends } from '../form/sends.js';
import { valueOf } from '../form/value-of.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Words } from '../words/words.js';
import { type Choice, type Choices, NameChoice } from './name-choice.js';
import { type Named, RoutingApi } from './routing-api.js';
import { RoutingNames } from './routing-names.js';
import { RuleName } from './rule-name.js';

type Rule = RoutingRules['rules'][number];
type Condition = keyof Rule['when'];

/** What people write, with commas between the values. */
const written = ['system', 'department', 'locale', 'words'] as const;
/** What the desk knows, to be chosen by name. */
const chosen = ['origin', 'customer', 'sosCall'] as const;
type Chosen = (typeof chosen)[number];

/** The desk’s rules on which request goes to which channel; the first that matches decides. */
@Component({
  selector: 'md-routing-rules',
  imports: [
    Control,
    FaultsAt,
    Field,
    Icon,
    NameChoice,
    ProblemAlert,
    RuleName,
    SendingProblem,
    Sends,
  ],
  templateUrl: './rules-view.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RulesView {
  readonly words = inject(Words);
  readonly names = inject(RoutingNames);
  readonly #api = inject(RoutingApi);
  readonly #notices = inject(Notices);
  readonly written = written;
  readonly chosen = chosen;
  readonly valueOf = valueOf;
  readonly sending = new FormSending();
  readonly rules = signal<readonly Rule[] | null>(null);
  /** Why there are none to be seen. */
  readonly problem = signal<DeskProblem | null>(null);
  readonly #known = computed<Readonly<Record<Chosen, readonly Choice[]>>>(() => ({
    origin: origins.map((key) => choiceOf({ key, name: this.words.t(`routing.origin.${key}`) })),
    customer: this.names.customers().map(choiceOf),
    sosCall: this.names.sosCalls().map(choiceOf),
  }));

  constructor() {
    this.#api.rules().then(
      ({ rules }) => {
        this.rules.set(rules);
      },
      (thrown: unknown) => {
        this.problem.set(asProblem(thrown));
      },
    );
  }

  conditionName(condition: Condition): string {
    return this.words.t(`routing.fact.${condition}`);
  }

  valuesOf({ when }: Rule, condition: Condition): string {
    return (when[condition] ?? []).join(', ');
  }

  add(): void {
    const channel = this.names.channels()[0]?.key ?? '';
    this.rules.update((rules) => [...(rules ?? []), { name: '', when: {}, channel }]);
  }

  set(at: number, changed: Partial<Rule>): void {
    this.rules.update(
      (rules) => rules?.map((rule, i) => (i === at ? { ...rule, ...changed } : rule)) ?? null,
    );
  }

  /** Values stand with commas between them; without any, the rule does not ask for the fact. */
  ask(at: number, condition: Condition, event: Event): void {
    const values = valueOf(event)
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    this.#ask(at, condition, values);
  }

  offeredFor(condition: Chosen): readonly Choices[] {
    return [{ heading: this.conditionName(condition), choices: this.#known()[condition] }];
  }

  /** What a rule asks for, by name; what is not at the desk any more is still there by key. */
  choicesOf({ when }: Rule, condition: Chosen): readonly Choice[] {
    const known = this.#known()[condition];
    return (when[condition] ?? []).map(
      (value) => known.find((one) => one.value === value) ?? choiceOf({ key: value, name: value }),
    );
  }

  take(at: number, condition: Chosen, value: string): void {
    const asked = this.rules()?.[at]?.when[condition] ?? [];
    this.#ask(at, condition, [...new Set([...asked, value])]);
  }

  letGo(at: number, condition: Chosen, value: string): void {
    const asked = this.rules()?.[at]?.when[condition] ?? [];
    this.#ask(
      at,
      condition,
      asked.filter((one) => one !== value),
    );
  }

  remove(at: number): void {
    this.sending.forget();
    this.rules.update((rules) => rules?.filter((_, i) => i !== at) ?? null);
  }

  /** Moves a rule before the one above it. */
  raise(at: number): void {
    this.sending.forget();
    this.rules.update((rules) => {
      const [above, rule] = [rules?.[at - 1], rules?.[at]];
      if (!rules || !above || !rule) return rules;
      return rules.with(at - 1, rule).with(at, above);
    });
  }

  #ask(at: number, condition: Condition, values: readonly string[]): void {
    const when = Object.entries({ ...this.rules()?.[at]?.when, [condition]: values });
    this.set(at, { when: Object.fromEntries(when.filter(([, asked]) => asked.length > 0)) });
  }

  async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const done = await this.sending.send(async () => {
      const { rules } = await this.#api.putRules({ rules: [...(this.rules() ?? [])] });
      this.rules.set(rules);
    });
    if (done) this.#notices.done(this.words.t('routing.saved'));
  }
}

function choiceOf({ key, name }: Named): Choice {
  return { value: key, name, icon: 'list' };
}
