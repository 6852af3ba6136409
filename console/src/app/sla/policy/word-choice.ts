import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { FaultsAt } from '../../form/faults-at.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';

/** Some of the things on offer, each taken away or added one by one. */
@Component({
  selector: 'md-word-choice',
  imports: [FaultsAt, Icon],
  template: `
    <span class="label small">{{ label() }}</span>
    <span class="chips">
      @for (one of chosen(); track one) {
        <span class="chip">
          {{ textOf()(one) }}
          <button
            type="button"
            [attr.aria-label]="words.t('sla.without', { what: textOf()(one), of: label() })"
            (click)="remove(one)"
          >
            <md-icon name="x" />
          </button>
        </span>
      }
      @if (left().length > 0) {
        <select class="input slim" [attr.aria-label]="label()" (change)="add($event)">
          <option value="">{{ words.t('sla.add') }}</option>
          @for (one of left(); track one) {
            <option [value]="one">{{ textOf()(one) }}</option>
          }
        </select>
      }
    </span>
    <md-faults-at [at]="at()" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordChoice {
  readonly words = inject(Words);
  /** Where they stand in what is sent. */
  readonly at = input.required<string>();
  readonly label = input.required<string>();
  readonly offered = input.required<readonly string[]>();
  readonly textOf = input.required<(one: string) => string>();
  readonly chosen = model.required<readonly string[]>();
  readonly left = computed(() => this.offered().filter((one) => !this.chosen().includes(one)));

  add({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement) || target.value === '') return;
    this.chosen.set([...this.chosen(), target.value]);
    target.value = '';
  }

  remove(one: string): void {
    this.chosen.set(this.chosen().filter((other) => other !== one));
  }
}
