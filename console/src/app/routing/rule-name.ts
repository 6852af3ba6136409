import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import { Words } from '../words/words.js';

/** What a rule is called, by which it is told apart in reasons and in the log. */
@Component({
  selector: 'md-rule-name',
  template: `
    <label [for]="'rule-name-' + at()">{{ words.t('routing.ruleName') }}</label>
    <input
      [id]="'rule-name-' + at()"
      class="input"
      [attr.maxlength]="longest()"
      [value]="name()"
      (input)="rename($event)"
    />
  `,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleName {
  readonly words = inject(Words);
  /** Which of the rules it is. */
  readonly at = input.required<number>();
  readonly longest = input.required<number>();
  readonly name = model.required<string>();

  rename({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.name.set(target.value);
  }
}
