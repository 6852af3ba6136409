import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Words } from '../words/words.js';
import { Control } from './control.js';
import { Field } from './field.js';

/** What something is called; the first field of its form. */
@Component({
  selector: 'md-name-field',
  imports: [Control, Field],
  template: `
    <md-field at="/name" [fieldId]="fieldId()" [label]="words.t('directory.name')">
      <input
        #field
        mdControl
        name="name"
        required
        autocomplete="off"
        data-first
        [attr.maxlength]="longest()"
        [value]="value() ?? ''"
        [placeholder]="hint() ?? ''"
        (change)="named.emit(field.value.trim())"
      />
    </md-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameField {
  readonly words = inject(Words);
  readonly fieldId = input.required<string>();
  readonly longest = input.required<number>();
  readonly value = input<string>();
  /** What could stand there. */
  readonly hint = input<string>();
  readonly named = output<string>();
}
