import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { valueOf } from '../../form/value-of.js';
import { instantText } from '../../words/spans.js';
import { Words } from '../../words/words.js';

/** From when a new version counts, by this browser's clock; nothing is as soon as can be. */
@Component({
  selector: 'md-counts-from-field',
  imports: [Control, Field],
  template: `
    <md-field
      at="/countsFrom"
      [fieldId]="fieldId()"
      [label]="words.t('sla.countsFrom')"
      [optional]="true"
      [hint]="words.t('sla.countsFrom.hint', { zone })"
    >
      <input
        mdControl
        type="datetime-local"
        [value]="value()"
        (change)="value.set(valueOf($event))"
      />
    </md-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountsFromField {
  readonly words = inject(Words);
  readonly fieldId = input.required<string>();
  readonly value = model('');
  readonly valueOf = valueOf;
  readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** From when on something that was saved counts, as a sentence. */
export function countsFromText(words: Words, countsFrom: string): string {
  const at = instantText(Date.parse(countsFrom), Date.now(), words.locale());
  return words.t('sla.saved', { at });
}

/** What comes into force from a later day on, in a line. */
export function aheadText(words: Words, countsFrom: string, name: string): string {
  const at = instantText(Date.parse(countsFrom), Date.now(), words.locale());
  return words.t('sla.ahead', { at, name });
}

/** What the field says, as a version that is sent has it. */
export function countsFromOf(value: string): { readonly countsFrom?: string } {
  return value === '' ? {} : { countsFrom: new Date(value).toISOString() };
}
