import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import { type Weekday, weekdays } from '../../../../../workflows/domain/sla/calendar.js';
import { weekdayText } from '../../words/weekday-text.js';
import { Words } from '../../words/words.js';
import { DayHours } from './day-hours.js';
import type { OpenMinutes } from './hours-text.js';

/** The hours of every day of the week. */
export type WeekHours = Readonly<Record<Weekday, readonly OpenMinutes[]>>;

/** The open hours of a week, a line each day. */
@Component({
  selector: 'md-week-grid',
  imports: [DayHours],
  template: `
    <p class="small muted">{{ words.t('sla.hours.how') }}</p>
    <div class="day-line day-scale" aria-hidden="true">
      <span></span>
      <span class="day-marks">
        @for (hour of [0, 6, 12, 18, 24]; track hour) {
          <span class="num">{{ hour }}</span>
        }
      </span>
    </div>
    @for (day of weekdays; track day) {
      <div class="day-line">
        <span class="day-name">{{ name(day, 'short') }}</span>
        <md-day-hours
          [at]="'/content/week/' + day"
          [label]="name(day, 'long')"
          [hours]="week()[day]"
          [disabled]="disabled()"
          (hoursChange)="set(day, $event)"
        />
      </div>
    }
    @if (!disabled()) {
      <button class="btn slim quiet" type="button" (click)="copyMonday()">
        {{ words.t('sla.hours.copy', { day: name('mon', 'long'), last: name('fri', 'long') }) }}
      </button>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeekGrid {
  readonly words = inject(Words);
  readonly week = model.required<WeekHours>();
  readonly disabled = input(false);
  readonly weekdays = weekdays;

  name(day: Weekday, length: 'short' | 'long'): string {
    return weekdayText(day, this.words.locale(), length);
  }

  set(day: Weekday, hours: readonly OpenMinutes[]): void {
    this.week.set({ ...this.week(), [day]: hours });
  }

  copyMonday(): void {
    const { mon } = this.week();
    this.week.set({ ...this.week(), tue: mon, wed: mon, thu: mon, fri: mon });
  }
}
