import { weekdays, type Calendar, type OpenInterval } from './calendar.js';
import { dayNumber, dayOfWeek, timeOfDay } from './wall-clock.js';

/** When a day is open, in milliseconds since its midnight by the wall clock; `to` is exclusive. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

/** When every day is open, by its number since 1970-01-01; its spans are in order and apart. */
export type DayPlan = (day: number) => readonly OpenSpan[];

/** Makes a calendar ready for looking up days. Intervals that overlap count once. */
export function dayPlan(calendar: Calendar): DayPlan {
  const week = weekdays.map((name) => spansOf(calendar.week[name] ?? []));
  const exceptions = new Map(
    Object.entries(calendar.exceptions).map(([date, intervals]) => {
      return [dayNumber(date), spansOf(intervals)] as const;
    }),
  );
  return (number) => exceptions.get(number) ?? week[dayOfWeek(number)] ?? [];
}

function spansOf(intervals: readonly OpenInterval[]): OpenSpan[] {
  const spans = intervals
    .map(([from, to]) => ({ from: timeOfDay(from) ?? 0, to: timeOfDay(to) ?? 0 }))
    .sort((a, b) => a.from - b.from);
  return spans.reduce<OpenSpan[]>(joined, []);
}

function joined(before: readonly OpenSpan[], next: OpenSpan): OpenSpan[] {
  const last = before.at(-1);
  if (last === undefined || next.from > last.to) return [...before, next];
  return [...before.slice(0, -1), { from: last.from, to: Math.max(last.to, next.to) }];
}
