/** Open from when until when, in minutes since midnight by the wall clock; `to` is exclusive. */
export interface OpenMinutes {
  readonly from: number;
  readonly to: number;
}

/** The minutes of a day. */
export const dayEnd = 1_440;

const written = /^(\d{1,2})(?::?(\d\d))?\s*[-–—]\s*(\d{1,2})(?::?(\d\d))?$/;

/** A day's hours as the desk keeps them, `["08:00", "12:00"]` each. */
export type Intervals = readonly (readonly string[])[];

/** What the desk keeps, in order. */
export function minutesOf(intervals: Intervals): readonly OpenMinutes[] {
  return intervals
    .map(([from = '', to = '']) => ({ from: minuteOf(from), to: minuteOf(to) }))
    .sort((one, other) => one.from - other.from);
}

/** As the desk keeps them. */
export function intervalsOf(hours: readonly OpenMinutes[]): string[][] {
  return hours.map(({ from, to }) => [timeText(from), timeText(to)]);
}

/** As people write them: `08:00–12:00, 13:30–18:00`. */
export function hoursText(hours: readonly OpenMinutes[]): string {
  return hours.map(({ from, to }) => `${timeText(from)}–${timeText(to)}`).join(', ');
}

/** What somebody wrote, such as `8-12, 13:30–18`; nothing is a closed day, null what cannot be read. */
export function readHours(text: string): readonly OpenMinutes[] | null {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const hours = parts.filter((part) => part !== '').map(readInterval);
  const read = hours.filter((one) => one !== null).sort((one, other) => one.from - other.from);
  if (read.length < hours.length) return null;
  const overlaps = read.some(({ from }, index) => from < (read[index - 1]?.to ?? 0));
  return overlaps ? null : read;
}

/** `HH:MM`; the end of the day is `24:00`. */
export function timeText(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function readInterval(text: string): OpenMinutes | null {
  const [whole, fromHour, fromMinute = '0', toHour, toMinute = '0'] = written.exec(text) ?? [];
  if (whole === undefined) return null;
  if (Number(fromMinute) > 59 || Number(toMinute) > 59) return null;
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  return from < to && to <= dayEnd ? { from, to } : null;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
