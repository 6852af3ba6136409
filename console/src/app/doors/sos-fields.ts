import { ChangeDetectionStrategy, Component, computed, inject, model } from '@angular/core';
import type { SosField } from '../desk/contract.js';
import { Control } from '../form/control.js';
import { FaultsAt } from '../form/faults-at.js';
import { Field } from '../form/field.js';
import { Sends } from '../form/sends.js';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';

const kinds = ['text', 'long-text', 'choice'] as const;
const mostFields = 12;

/** The questions of an SOS Call beside those that are always asked. */
@Component({
  selector: 'md-sos-fields',
  imports: [Control, FaultsAt, Field, Icon],
  templateUrl: './sos-fields.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SosFields {
  readonly words = inject(Words);
  readonly #sends = inject(Sends);
  readonly fields = model.required<readonly SosField[]>();
  readonly kinds = kinds;
  readonly kindKeys = {
    text: 'sos.kind.text',
    'long-text': 'sos.kind.longText',
    choice: 'sos.kind.choice',
  } as const;
  readonly full = computed(() => this.fields().length >= mostFields);

  add(): void {
    this.fields.update((fields) => [...fields, { label: '', kind: 'text', required: false }]);
  }

  remove(index: number): void {
    this.#sends.sending().forget();
    this.fields.update((fields) => fields.filter((_, at) => at !== index));
  }

  label(index: number, event: Event): void {
    if (event.target instanceof HTMLInputElement) {
      this.#change(index, { label: event.target.value });
    }
  }

  kind(index: number, event: Event): void {
    const chosen = event.target instanceof HTMLSelectElement ? event.target.value : '';
    const kind = kinds.find((one) => one === chosen);
    if (kind) this.#change(index, { kind });
  }

  choices(index: number, event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.#change(index, { choices: event.target.value.split('\n') });
  }

  required(index: number, event: Event): void {
    if (event.target instanceof HTMLInputElement) {
      this.#change(index, { required: event.target.checked });
    }
  }

  #change(index: number, change: Partial<SosField>): void {
    this.fields.update((fields) =>
      fields.map((field, at) => (at === index ? { ...field, ...change } : field)),
    );
  }
}
