import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import { instantText } from '../../words/spans.js';
import { Words } from '../../words/words.js';

/** From when a new version counts, by this browser's clock; nothing is as soon as can be. */
@Component({
  selector: 'md-counts-from-field',
  template: `
    <div class="field">
      <label [attr.for]="name()"
        >{{ words.t('sla.countsFrom') }} <span class="faint">{{ words.t('optional') }}</span></label
      >
      <input
        class="input"
        type="datetime-local"
        [id]="name()"
        [value]="value()"
        (change)="set($event)"
      />
      <p class="small muted">{{ words.t('sla.countsFrom.hint', { zone }) }}</p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountsFromField {
  readonly words = inject(Words);
  readonly name = input.required<string>();
  readonly value = model('');
  readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  set({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.value.set(target.value);
  }
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
