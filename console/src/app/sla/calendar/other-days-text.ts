import { type OpenMinutes, hoursText, readHours } from './hours-text.js';

/** A date whose hours are not those of its day of the week. */
export interface OtherDay {
  readonly date: string;
  readonly hours: readonly OpenMinutes[];
}

/** One date a line, with its hours where it is not closed. */
export function otherDaysText(days: readonly OtherDay[]): string {
  return days.map(({ date, hours }) => `${date} ${hoursText(hours)}`.trim()).join('\n');
}

/** What was written, a date a line; the lines that cannot be read stand beside what could. */
export function readOtherDays(text: string): {
  readonly days: readonly OtherDay[];
  readonly wrong: readonly string[];
} {
  const lines = text.split('\n').map((line) => line.trim());
  const read = lines.filter((line) => line !== '').map((line) => ({ line, day: readDay(line) }));
  const days = read.flatMap(({ day }) => (day ? [day] : []));
  return {
    days: inOrder(days),
    wrong: read.filter(({ day }) => day === null).map(({ line }) => line),
  };
}

/** Each date once, the last that was said of it, in order. */
export function inOrder(days: readonly OtherDay[]): readonly OtherDay[] {
  const latest = new Map(days.map((day) => [day.date, day]));
  return [...latest.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function readDay(line: string): OtherDay | null {
  const [, date = '', rest = ''] = /^(\d{4}-\d\d-\d\d)\s*(.*)$/.exec(line) ?? [];
  const hours = readHours(rest);
  return isDate(date) && hours ? { date, hours } : null;
}

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
