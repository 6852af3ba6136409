import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
} from '@angular/core';
import { longestTarget } from '../../../../../workflows/domain/sla/policy-faults.js';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { Words } from '../../words/words.js';

const seconds = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 } as const;
type Unit = keyof typeof seconds;
const units = ['seconds', 'minutes', 'hours', 'days'] as const;

/** How long something may take, in whole seconds, written in the unit that suits it. */
@Component({
  selector: 'md-target-field',
  imports: [Control, Field],
  template: `
    <md-field [at]="at()" [fieldId]="fieldId()" [label]="label()">
      <span class="target-line">
        <input
          mdControl
          class="num"
          type="number"
          min="1"
          step="1"
          required
          [attr.max]="most()"
          [value]="target() / size()"
          (change)="setAmount($event)"
        />
        <select class="input" [attr.aria-label]="words.t('sla.unit')" (change)="setUnit($event)">
          @for (one of units; track one) {
            <option [value]="one" [selected]="one === unit()">{{ unitText(one) }}</option>
          }
        </select>
      </span>
    </md-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetField {
  readonly words = inject(Words);
  /** Where it stands in what is sent. */
  readonly at = input.required<string>();
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly target = model.required<number>();
  readonly units = units;
  readonly unit = linkedSignal(() => unitOf(this.target()));
  readonly most = computed(() => Math.floor(longestTarget / this.size()));

  unitText(unit: Unit): string {
    return this.words.t(`sla.unit.${unit}`);
  }

  size(): number {
    return seconds[this.unit()];
  }

  setAmount({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const unit = this.unit();
    this.target.set(Math.round(target.valueAsNumber * seconds[unit]));
    this.unit.set(unit);
  }

  /** The amount stays, and means another span. */
  setUnit({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    const unit = units.find((one) => one === target.value) ?? 'minutes';
    this.target.set((this.target() / this.size()) * seconds[unit]);
    this.unit.set(unit);
  }
}

/** The largest unit of which it is a whole number, so that nobody reads 5,400 seconds. */
function unitOf(target: number): Unit {
  const fitting = units.filter((unit) => target % seconds[unit] === 0);
  const large = fitting.at(-1) ?? 'seconds';
  return large === 'days' && target < 3 * seconds.days ? 'hours' : large;
}
