import { scaleBand, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { SlaReport } from '../desk/contract.js';

/** The plane that every plot is drawn in. */
export const plane = { width: 560, height: 180, left: 52, bottom: 24 } as const;

const floor = plane.height - plane.bottom;
/** So many dates fit beneath a plot. */
const labels = 5;

/** A week: of what fell due in it, how much was kept. */
export interface WeekBar {
  readonly week: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kept: number;
  readonly missed: number;
  /** Whether its date is written beneath it. */
  readonly labelled: boolean;
}

/** The share of promises kept of those kept or missed, week by week, for one clock. */
export function weekBars(weeks: SlaReport['weeks'], clock: string): readonly WeekBar[] {
  const x = scaleBand(
    weeks.map(({ week }) => week),
    [plane.left, plane.width],
  ).padding(0.25);
  const y = scaleLinear([0, 1], [floor, 8]);
  return weeks.map(({ week, clocks }, index) => {
    const { kept, missed } = clocks.find(({ name }) => name === clock) ?? { kept: 0, missed: 0 };
    const top = y(kept + missed === 0 ? 0 : kept / (kept + missed));
    const labelled = isLabelled(index, weeks.length);
    const place = { x: x(week) ?? 0, y: top, width: x.bandwidth(), height: floor - top };
    return { week, ...place, kept, missed, labelled };
  });
}

export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly weekday: number;
  readonly hour: number;
  readonly value: number;
  /** From 0 to 1. */
  readonly strength: number;
}

type Hour = SlaReport['hours'][number];

const hourScale = scaleBand(
  Array.from({ length: 24 }, (_, hour) => hour),
  [plane.left, plane.width],
);
const weekdayScale = scaleBand([1, 2, 3, 4, 5, 6, 7], [0, floor]);

/** Where the days of the week and some hours are written beside the hours of a week. */
export const hourMarks = {
  weekdays: weekdayScale.domain().map((weekday) => ({
    weekday,
    y: (weekdayScale(weekday) ?? 0) + weekdayScale.bandwidth() / 2 + 4,
  })),
  hours: [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => ({
    hour,
    x: (hourScale(hour) ?? 0) + hourScale.bandwidth() / 2,
  })),
};

/** Every hour of the week in which there is something, darker the more of it there is. */
export function hourCells(
  hours: readonly Hour[],
  valueOf: (hour: Hour) => number | null,
): readonly Cell[] {
  const known = hours.flatMap((one) => {
    const value = valueOf(one);
    return value === null ? [] : [{ weekday: one.weekday, hour: one.hour, value }];
  });
  const most = Math.max(1, ...known.map(({ value }) => value));
  return known.map(({ weekday, hour, value }) => ({
    x: (hourScale(hour) ?? 0) + 1,
    y: (weekdayScale(weekday) ?? 0) + 1,
    width: hourScale.bandwidth() - 2,
    height: weekdayScale.bandwidth() - 2,
    ...{ weekday, hour, value, strength: value / most },
  }));
}

/** The backlog as a line and the area below it, with its highest value. */
export function backlogPaths(days: SlaReport['days']) {
  const most = Math.max(1, ...days.map(({ backlog }) => backlog));
  const x = scaleLinear([0, Math.max(1, days.length - 1)], [plane.left + 6, plane.width - 8]);
  const y = scaleLinear([0, most], [floor, 8]);
  const points = days.map(({ backlog }, index): [number, number] => [x(index), y(backlog)]);
  const below = area()
    .x(([at]) => at)
    .y0(floor)
    .y1(([, value]) => value);
  const marks = days.map(({ day, backlog }, index) => ({
    ...{ day, backlog, x: x(index), y: y(backlog) },
    labelled: isLabelled(index, days.length),
  }));
  return { most, line: line()(points) ?? '', area: below(points) ?? '', points: marks };
}

/** Of many dates in a row the first and as many others, evenly, as can be read. */
function isLabelled(index: number, count: number): boolean {
  return index % Math.ceil(count / labels) === 0;
}
