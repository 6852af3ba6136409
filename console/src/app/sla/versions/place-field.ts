import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { MyDesk } from '../../desk/my-desk.js';
import { Words } from '../../words/words.js';

/** Whose a new calendar or policy is: the desk's, or a channel's. */
@Component({
  selector: 'md-place-field',
  template: `
    <div class="field">
      <label for="sla-place">{{ words.t('sla.place') }}</label>
      <select id="sla-place" class="input" [disabled]="fixed()" (change)="set($event)">
        @for (place of offered(); track place) {
          <option [value]="place" [selected]="place === value()">{{ name(place) }}</option>
        }
      </select>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlaceField {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly places = input.required<readonly string[]>();
  /** A version stays where the first one was. */
  readonly fixed = input(false);
  readonly value = model.required<string>();
  readonly offered = computed(() => (this.fixed() ? [this.value()] : this.places()));

  name(place: string): string {
    if (place === '*') return this.words.t('directory.desk');
    return this.#desk.channelName(place);
  }

  set({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.value.set(target.value);
  }
}
