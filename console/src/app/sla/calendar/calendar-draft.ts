import { type Weekday, weekdays } from '../../../../../workflows/domain/sla/calendar.js';
import type { Sla } from '../../desk/contract.js';
import { type OpenMinutes, intervalsOf, minutesOf } from './hours-text.js';
import type { OtherDay } from './other-days-text.js';
import type { WeekHours } from './week-grid.js';

type Content = Sla['calendars'][number]['content'];

const office: readonly OpenMinutes[] = [{ from: 540, to: 1_020 }];

/** A week from Monday to Friday, nine to five: where a new calendar begins. */
export const usualWeek: WeekHours = weekOf((day) => (day === 'sat' || day === 'sun' ? [] : office));

/** A week as it is edited. */
export function weekIn({ week }: Content): WeekHours {
  return weekOf((day) => minutesOf(week[day] ?? []));
}

/** The other dates as they are edited, in order. */
export function otherDaysIn({ exceptions }: Content): readonly OtherDay[] {
  return Object.entries(exceptions)
    .map(([date, intervals]) => ({ date, hours: minutesOf(intervals) }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** What is sent. */
export function contentOf(zone: string, week: WeekHours, days: readonly OtherDay[]): Content {
  return {
    zone,
    week: Object.fromEntries(weekdays.map((day) => [day, intervalsOf(week[day])])),
    exceptions: Object.fromEntries(days.map(({ date, hours }) => [date, intervalsOf(hours)])),
  };
}

function weekOf(hoursOf: (day: Weekday) => readonly OpenMinutes[]): WeekHours {
  return {
    mon: hoursOf('mon'),
    tue: hoursOf('tue'),
    wed: hoursOf('wed'),
    thu: hoursOf('thu'),
    fri: hoursOf('fri'),
    sat: hoursOf('sat'),
    sun: hoursOf('sun'),
  };
}
