import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  model,
  output,
} from '@angular/core';
import { Icon } from '../../shell/icon.js';
import { ClockWords, clockEvents, holdReasons } from '../../words/clock-words.js';
import { Words } from '../../words/words.js';
import { type Clock, StepList } from './step-list.js';
import { TargetField } from './target-field.js';
import { WordChoice } from './word-choice.js';

/** One promise of a policy: its target, what starts, stops, cancels and pauses it, and its steps. */
@Component({
  selector: 'md-clock-editor',
  imports: [Icon, StepList, TargetField, WordChoice],
  templateUrl: './clock-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClockEditor {
  readonly words = inject(Words);
  readonly clockWords = inject(ClockWords);
  readonly clock = model.required<Clock>();
  /** Its place in the policy, for the names of fields. */
  readonly index = input.required<number>();
  readonly removed = output();
  readonly events = clockEvents;
  readonly holds = holdReasons;
  readonly title = computed(() => this.clockWords.clock(this.clock().name));

  set(change: Partial<Clock>): void {
    this.clock.set({ ...this.clock(), ...change });
  }

  rename({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.set({ name: target.value.trim() });
  }

  setHours({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    this.set({ hours: target.value === 'always' ? 'always' : 'calendar' });
  }

  tick(name: 'repeats' | 'resumesOnReopen', { target }: Event): void {
    if (target instanceof HTMLInputElement) this.set({ [name]: target.checked });
  }
}
