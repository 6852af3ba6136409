import type { Fault } from '../fault.js';
import { weekdays, type Calendar, type OpenInterval } from './calendar.js';
import { dayNumber, timeOfDay } from './wall-clock.js';

/** Everything that is wrong with a calendar's days and times, each at its place; nothing if it can be used. */
export function calendarFaults({ week, exceptions }: Calendar): Fault[] {
  return [
    ...Object.keys(week)
      .filter((name) => !weekdays.some((weekday) => weekday === name))
      .map((name) => dayUnknown(name)),
    ...Object.entries(week).flatMap(([day, intervals]) => dayFaults('week', day, intervals)),
    ...Object.keys(exceptions)
      .filter((date) => dayNumber(date) === null)
      .map((date) => dateMalformed(date)),
    ...Object.entries(exceptions).flatMap(([date, intervals]) =>
      dayFaults('exceptions', date, intervals),
    ),
  ];
}

function dayUnknown(value: string): Fault {
  return {
    ...{ path: `/week/${value}`, code: 'day-unknown', values: { value } },
    message: `"${value}" is not a day (${weekdays.join(', ')})`,
  };
}

function dateMalformed(value: string): Fault {
  return {
    ...{ path: `/exceptions/${value}`, code: 'date-malformed', values: { value } },
    message: `"${value}" is not a date (YYYY-MM-DD)`,
  };
}

function dayFaults(
  part: 'week' | 'exceptions',
  day: string,
  intervals: readonly OpenInterval[],
): Fault[] {
  const place = { path: `/${part}/${day}`, day };
  const faults = intervalFaults(place, intervals);
  return faults.length > 0 ? faults : overlaps(place, intervals);
}

interface DayPlace {
  readonly path: string;
  readonly day: string;
}

/** Two intervals may touch; a minute that stands in both is a slip of whoever wrote them. */
function overlaps({ path, day }: DayPlace, intervals: readonly OpenInterval[]): Fault[] {
  const inOrder = intervals.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.flatMap((interval, index) => {
    const before = inOrder[index - 1];
    if (before === undefined || before[1] <= interval[0]) return [];
    const [span, other] = [spanOf(interval), spanOf(before)];
    const message = `${day}: ${span} overlaps ${other}`;
    return [{ path, code: 'hours-overlapping', message, values: { day, span, other } }];
  });
}

function intervalFaults({ path, day }: DayPlace, intervals: readonly OpenInterval[]): Fault[] {
  return intervals.flatMap((interval): Fault[] => {
    const [start, end] = [timeOfDay(interval[0]), timeOfDay(interval[1])];
    const span = spanOf(interval);
    const values = { day, span };
    if (start === null || end === null) {
      const message = `${day}: ${span} is not HH:MM–HH:MM`;
      return [{ path, code: 'hours-malformed', message, values }];
    }
    const message = `${day}: ${span} ends before it begins`;
    return start < end ? [] : [{ path, code: 'hours-reversed', message, values }];
  });
}

function spanOf([from, to]: OpenInterval): string {
  return `${from}–${to}`;
}
