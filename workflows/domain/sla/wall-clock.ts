const minute = 60_000;

/** Milliseconds in a day of 24 hours. */
export const day = 24 * 60 * minute;

/** `HH:MM` as milliseconds since midnight, or null; `24:00` is the end of the day. */
export function timeOfDay(text: string): number | null {
  const found = /^(\d\d):(\d\d)$/.exec(text);
  if (found === null) return null;
  const hours = Number(found[1]);
  const minutes = Number(found[2]);
  if (minutes > 59 || hours * 60 + minutes > 24 * 60) return null;
  return (hours * 60 + minutes) * minute;
}

/** `YYYY-MM-DD` as the number of days since 1970-01-01, or null where there is no such date. */
export function dayNumber(text: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (found === null) return null;
  const [year, month, date] = found.slice(1).map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null;
  return daysBefore(year, month) + date - 1;
}

/** The place of a day in its week, Monday being 0; day 0 was a Thursday. */
export function dayOfWeek(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from 1970-01-01 to the first of a month. */
function daysBefore(year: number, month: number): number {
  const years = year - 1;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const untilYear = years * 365 + leaps - 719_162;
  const months = Array.from({ length: month - 1 }, (_, index) => daysIn(year, index + 1));
  return months.reduce((sum, days) => sum + days, untilYear);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
