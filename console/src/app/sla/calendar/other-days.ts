import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
} from '@angular/core';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import { DayHours } from './day-hours.js';
import type { OpenMinutes } from './hours-text.js';
import { type OtherDay, inOrder, otherDaysText, readOtherDays } from './other-days-text.js';

/** Holidays and other dates with hours of their own: one by one, or written as a list. */
@Component({
  selector: 'md-other-days',
  imports: [Control, DayHours, Field, Icon],
  template: `
    @for (day of days(); track day.date) {
      <div class="day-line other-day">
        <span class="day-name num" [title]="dateText(day.date)">{{ day.date }}</span>
        <md-day-hours
          [at]="'/content/exceptions/' + day.date"
          [label]="dateText(day.date)"
          [hours]="day.hours"
          [disabled]="disabled()"
          (hoursChange)="set(day.date, $event)"
        />
        <button
          class="btn quiet square"
          type="button"
          [disabled]="disabled()"
          [attr.aria-label]="words.t('sla.days.remove', { day: dateText(day.date) })"
          (click)="remove(day.date)"
        >
          <md-icon name="trash-2" />
        </button>
      </div>
    } @empty {
      <p class="small muted">{{ words.t('sla.days.none') }}</p>
    }
    @if (!disabled()) {
      <div class="give-line">
        <input #date class="input" type="date" [attr.aria-label]="words.t('sla.days.date')" />
        <button class="btn" type="button" (click)="add(date.value)">
          {{ words.t('sla.days.add') }}
        </button>
      </div>
      <details>
        <summary>{{ words.t('sla.days.list') }}</summary>
        <md-field
          at="/content/exceptions"
          fieldId="other-days"
          [label]="words.t('sla.days.list')"
          [unseen]="true"
          [hint]="words.t('sla.days.how')"
          [fault]="fault()"
        >
          <textarea
            mdControl
            class="num"
            rows="6"
            spellcheck="false"
            [value]="text()"
            (input)="wrong.set([])"
            (change)="write($event)"
          ></textarea>
        </md-field>
      </details>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OtherDays {
  readonly words = inject(Words);
  readonly days = model.required<readonly OtherDay[]>();
  readonly disabled = input(false);
  /** The lines that cannot be read, until the list is another. */
  readonly wrong = linkedSignal<unknown, readonly string[]>({
    source: this.days,
    computation: () => [],
  });
  readonly fault = computed(() =>
    this.wrong().length > 0
      ? this.words.t('sla.days.wrong', { lines: this.words.list(this.wrong()) })
      : null,
  );
  readonly text = computed(() => otherDaysText(this.days()));

  dateText(date: string): string {
    const format = { dateStyle: 'full', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.words.locale(), format).format(Date.parse(date));
  }

  set(date: string, hours: readonly OpenMinutes[]): void {
    this.days.set(inOrder([...this.days(), { date, hours }]));
  }

  add(date: string): void {
    const known = this.days().some((day) => day.date === date);
    if (date !== '' && !known) this.set(date, []);
  }

  remove(date: string): void {
    this.days.set(this.days().filter((day) => day.date !== date));
  }

  /** The list replaces what was there once every line of it can be read. */
  write({ target }: Event): void {
    if (!(target instanceof HTMLTextAreaElement)) return;
    const { days, wrong } = readOtherDays(target.value);
    this.wrong.set(wrong);
    if (wrong.length === 0) this.days.set(days);
  }
}
