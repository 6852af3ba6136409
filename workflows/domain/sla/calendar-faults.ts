import { weekdays, type Calendar, type OpenInterval } from './calendar.js';
import { dayNumber, timeOfDay } from './wall-clock.js';

/** Everything that is wrong with a calendar's days and times, a sentence each; none if it can be used. */
export function calendarFaults({ week, exceptions }: Calendar): string[] {
  return [
    ...Object.keys(week)
      .filter((name) => !weekdays.some((weekday) => weekday === name))
      .map((name) => `"${name}" is not a day (${weekdays.join(', ')})`),
    ...Object.entries(week).flatMap(([name, intervals]) => dayFaults(name, intervals)),
    ...Object.keys(exceptions)
      .filter((date) => dayNumber(date) === null)
      .map((date) => `"${date}" is not a date (YYYY-MM-DD)`),
    ...Object.entries(exceptions).flatMap(([date, intervals]) => dayFaults(date, intervals)),
  ];
}

function dayFaults(about: string, intervals: readonly OpenInterval[]): string[] {
  const faults = intervalFaults(about, intervals);
  return faults.length > 0 ? faults : overlaps(about, intervals);
}

/** Two intervals may touch; a minute that stands in both is a slip of whoever wrote them. */
function overlaps(about: string, intervals: readonly OpenInterval[]): string[] {
  const inOrder = intervals.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.flatMap(([from, to], index) => {
    const before = inOrder[index - 1];
    if (before === undefined || before[1] <= from) return [];
    return [`${about}: ${from}–${to} overlaps ${before[0]}–${before[1]}`];
  });
}

function intervalFaults(about: string, intervals: readonly OpenInterval[]): string[] {
  return intervals.flatMap(([from, to]) => {
    const start = timeOfDay(from);
    const end = timeOfDay(to);
    if (start === null || end === null) return [`${about}: ${from}–${to} is not HH:MM–HH:MM`];
    return start < end ? [] : [`${about}: ${from}–${to} ends before it begins`];
  });
}
