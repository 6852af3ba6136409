import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { valueOf } from '../form/value-of.js';
import { Icon } from '../shell/icon.js';
import type { IconName } from '../shell/icon-name.js';
import { Words } from '../words/words.js';

/** Something that can be chosen by its name. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly icon: IconName;
}

/** Choices under a heading. */
export interface Choices {
  readonly heading: string;
  readonly choices: readonly Choice[];
}

/** Several of what there is, chosen by name one after the other, and each let go again. */
@Component({
  selector: 'md-name-choice',
  imports: [Icon],
  template: `
    <label [for]="at()">{{ label() }}</label>
    <p class="routing-chips">
      @for (one of chosen(); track one.value) {
        <button
          class="btn slim"
          type="button"
          [attr.aria-label]="words.t('routing.removeName', { name: one.name })"
          (click)="letGo.emit(one.value)"
        >
          <md-icon [name]="one.icon" />{{ one.name }}<md-icon name="x" />
        </button>
      }
    </p>
    <select [id]="at()" class="input" (change)="take($event)">
      <option value="">{{ nothing() }}</option>
      @for (group of offered(); track group.heading) {
        <optgroup [label]="group.heading">
          @for (one of group.choices; track one.value) {
            <option [value]="one.value">{{ one.name }}</option>
          }
        </optgroup>
      }
    </select>
  `,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameChoice {
  readonly words = inject(Words);
  /** The id of the list. */
  readonly at = input.required<string>();
  readonly label = input.required<string>();
  /** What stands where nothing more is chosen. */
  readonly nothing = input.required<string>();
  readonly offered = input.required<readonly Choices[]>();
  readonly chosen = input.required<readonly Choice[]>();
  readonly taken = output<string>();
  readonly letGo = output<string>();

  /** Takes in what the list names, and lets the list stand open again. */
  take(event: Event): void {
    const value = valueOf(event);
    if (event.target instanceof HTMLSelectElement) event.target.value = '';
    if (value !== '') this.taken.emit(value);
  }
}
