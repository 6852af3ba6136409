import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  model,
  output,
} from '@angular/core';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { valueOf } from '../../form/value-of.js';
import { Icon } from '../../shell/icon.js';
import { ClockWords, clockEvents, holdReasons } from '../../words/clock-words.js';
import { Words } from '../../words/words.js';
import { type Clock, StepList } from './step-list.js';
import { TargetField } from './target-field.js';
import { WordChoice } from './word-choice.js';

/** One promise of a policy: its target, what starts, stops, cancels and pauses it, and its steps. */
@Component({
  selector: 'md-clock-editor',
  imports: [Control, Field, Icon, StepList, TargetField, WordChoice],
  templateUrl: './clock-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClockEditor {
  readonly words = inject(Words);
  readonly clockWords = inject(ClockWords);
  readonly clock = model.required<Clock>();
  /** Its place in the policy. */
  readonly index = input.required<number>();
  readonly removed = output();
  /** Where it stands in what is sent. */
  readonly at = computed(() => `/clocks/${this.index()}`);
  readonly valueOf = valueOf;
  readonly events = clockEvents;
  readonly holds = holdReasons;
  readonly title = computed(() => this.clockWords.clock(this.clock().name));

  set(change: Partial<Clock>): void {
    this.clock.set({ ...this.clock(), ...change });
  }

  setHours(event: Event): void {
    this.set({ hours: valueOf(event) === 'always' ? 'always' : 'calendar' });
  }

  tick(name: 'repeats' | 'resumesOnReopen', { target }: Event): void {
    if (target instanceof HTMLInputElement) this.set({ [name]: target.checked });
  }
}
