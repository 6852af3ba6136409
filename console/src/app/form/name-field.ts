import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Words } from '../words/words.js';

/** What something is called; the first field of its form. */
@Component({
  selector: 'md-name-field',
  template: `
    <label [for]="fieldId()">{{ words.t('directory.name') }}</label>
    <input
      #field
      [id]="fieldId()"
      class="input"
      name="name"
      required
      autocomplete="off"
      data-first
      [attr.maxlength]="longest()"
      [value]="value() ?? ''"
      (change)="named.emit(field.value.trim())"
    />
  `,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameField {
  readonly words = inject(Words);
  readonly fieldId = input.required<string>();
  readonly longest = input.required<number>();
  readonly value = input<string>();
  readonly named = output<string>();
}
