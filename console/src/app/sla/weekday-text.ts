import { type Weekday, weekdays } from '../../../../workflows/domain/sla/calendar.js';

/** A day of the week in somebody's language. */
export function weekdayText(day: Weekday, locale: string, weekday: 'short' | 'long'): string {
  // 5 January 2026 was a Monday.
  const date = Date.UTC(2026, 0, 5 + weekdays.indexOf(day));
  return new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(date);
}
