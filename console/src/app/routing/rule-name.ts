import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import { Control } from '../form/control.js';
import { Field } from '../form/field.js';
import { Words } from '../words/words.js';

/** What a rule is called, by which it is told apart in reasons and in the log. */
@Component({
  selector: 'md-rule-name',
  imports: [Control, Field],
  template: `
    <md-field
      [at]="at() + '/name'"
      [fieldId]="'rule-name' + at().replaceAll('/', '-')"
      [label]="words.t('routing.ruleName')"
    >
      <input
        mdControl
        required
        [attr.maxlength]="longest()"
        [value]="name()"
        (input)="rename($event)"
      />
    </md-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleName {
  readonly words = inject(Words);
  /** Where its rule stands in what is sent, such as `/rules/0`. */
  readonly at = input.required<string>();
  readonly longest = input.required<number>();
  readonly name = model.required<string>();

  rename({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.name.set(target.value);
  }
}
