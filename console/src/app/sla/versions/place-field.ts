import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { MyDesk } from '../../desk/my-desk.js';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { valueOf } from '../../form/value-of.js';
import { Words } from '../../words/words.js';

/** Whose a new calendar or policy is: the desk's, or a channel's. */
@Component({
  selector: 'md-place-field',
  imports: [Control, Field],
  template: `
    <md-field at="/place" fieldId="sla-place" [label]="words.t('sla.place')">
      <select mdControl [disabled]="fixed()" (change)="value.set(valueOf($event))">
        @for (place of offered(); track place) {
          <option [value]="place" [selected]="place === value()">{{ name(place) }}</option>
        }
      </select>
    </md-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlaceField {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly valueOf = valueOf;
  readonly places = input.required<readonly string[]>();
  /** A version stays where the first one was. */
  readonly fixed = input(false);
  readonly value = model.required<string>();
  readonly offered = computed(() => (this.fixed() ? [this.value()] : this.places()));

  name(place: string): string {
    if (place === '*') return this.words.t('directory.desk');
    return this.#desk.channelName(place);
  }
}
