import { scaleBand, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { SlaReport } from '../desk/contract.js';

/** The plane that every plot is drawn in. */
export const plane = { width: 560, height: 180, left: 44, bottom: 24 } as const;

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The week or the hour that it stands for. */
  readonly key: string;
  readonly label: string;
  readonly value: number;
}

/** The share of promises kept of those kept or missed, week by week, for one clock. */
export function weekBars(weeks: SlaReport['weeks'], clock: string): readonly Bar[] {
  const x = scaleBand(
    weeks.map(({ week }) => week),
    [plane.left, plane.width],
  ).padding(0.25);
  const y = scaleLinear([0, 1], [plane.height - plane.bottom, 8]);
  return weeks.map(({ week, clocks }) => {
    const found = clocks.find(({ name }) => name === clock);
    const of = (found?.kept ?? 0) + (found?.missed ?? 0);
    const value = of === 0 ? 0 : (found?.kept ?? 0) / of;
    const top = y(value);
    const height = plane.height - plane.bottom - top;
    const label = week.slice(5);
    return { x: x(week) ?? 0, y: top, width: x.bandwidth(), height, key: week, label, value };
  });
}

export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly weekday: number;
  readonly hour: number;
  readonly arrivals: number;
  /** From 0 to 1. */
  readonly strength: number;
}

/** Every hour of the week, darker the more requests arrive in it. */
export function hourCells(hours: SlaReport['hours']): readonly Cell[] {
  const x = scaleBand(
    Array.from({ length: 24 }, (_, hour) => hour),
    [plane.left, plane.width],
  );
  const y = scaleBand([1, 2, 3, 4, 5, 6, 7], [0, plane.height - plane.bottom]);
  const most = Math.max(1, ...hours.map(({ arrivals }) => arrivals));
  return hours.map(({ weekday, hour, arrivals }) => ({
    x: (x(hour) ?? 0) + 1,
    y: (y(weekday) ?? 0) + 1,
    width: x.bandwidth() - 2,
    height: y.bandwidth() - 2,
    weekday,
    hour,
    arrivals,
    strength: arrivals / most,
  }));
}

/** How long half of the requests of each hour of the day wait; the slowest weekday counts. */
export function waitingBars(hours: SlaReport['hours']): readonly Bar[] {
  const x = scaleBand(
    Array.from({ length: 24 }, (_, hour) => hour),
    [plane.left, plane.width],
  );
  const waits = Array.from({ length: 24 }, (_, hour) =>
    Math.max(0, ...hours.filter((one) => one.hour === hour).map((one) => one.waitingMs ?? 0)),
  );
  const y = scaleLinear([0, Math.max(1, ...waits)], [plane.height - plane.bottom, 8]);
  return waits.map((value, hour) => {
    const top = y(value);
    const height = plane.height - plane.bottom - top;
    const at = (x(hour) ?? 0) + 2;
    const key = String(hour);
    return { x: at, y: top, width: x.bandwidth() - 4, height, key, label: key, value };
  });
}

/** The backlog as a line and the area below it, with its highest value. */
export function backlogPaths(days: SlaReport['days']) {
  const most = Math.max(1, ...days.map(({ backlog }) => backlog));
  const x = scaleLinear([0, Math.max(1, days.length - 1)], [plane.left, plane.width - 8]);
  const y = scaleLinear([0, most], [plane.height - plane.bottom, 8]);
  const points = days.map(({ backlog }, index): [number, number] => [x(index), y(backlog)]);
  const below = area()
    .x(([at]) => at)
    .y0(plane.height - plane.bottom)
    .y1(([, value]) => value);
  const marks = days.map(({ day, backlog }, index) => ({
    day,
    backlog,
    x: x(index),
    y: y(backlog),
  }));
  return { most, line: line()(points) ?? '', area: below(points) ?? '', points: marks };
}
