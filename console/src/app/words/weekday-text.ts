import { type Weekday, weekdays } from '../../../../workflows/domain/sla/calendar.js';

/** A day of the week in somebody's language. */
export function weekdayText(day: Weekday, locale: string, weekday: 'short' | 'long'): string {
  // 5 January 2026 was a Monday.
  const date = Date.UTC(2026, 0, 5 + weekdays.indexOf(day));
  return new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(date);
}

/** A day of the week by its short name, or a date, in somebody's language. */
export function dayText(day: string, locale: string): string {
  const weekday = weekdays.find((one) => one === day);
  if (weekday) return weekdayText(weekday, locale, 'long');
  const date = Date.parse(day);
  if (Number.isNaN(date)) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}
