import { type OpenMinutes, dayEnd } from './hours-text.js';

type Hours = readonly OpenMinutes[];

/** What the pointer and the arrow keys go by, in minutes. */
export const raster = 15;

/** The nearest minute of the raster. */
export function onRaster(minute: number): number {
  return Math.min(dayEnd, Math.max(0, Math.round(minute / raster) * raster));
}

/** A new interval between two minutes, as far as there is room around the first; null where it is open already. */
export function drawn(hours: Hours, begun: number, reached: number): OpenMinutes | null {
  if (hours.some(({ from, to }) => from <= begun && begun < to)) return null;
  const room = roomAround(hours, begun);
  const [from, to] = begun <= reached ? [begun, reached] : [reached, begun];
  const fitting = { from: Math.max(from, room.from), to: Math.min(to, room.to) };
  return fitting.from < fitting.to ? fitting : null;
}

/** The hours with one more interval, in order. */
export function withOne(hours: Hours, one: OpenMinutes): Hours {
  return [...hours, one].sort((a, b) => a.from - b.from);
}

/** The hours with one more interval where there is most room: nine to five on a closed day. */
export function withAnother(hours: Hours): Hours {
  if (hours.length === 0) return [{ from: 540, to: 1_020 }];
  const rooms = [0, ...hours.map(({ to }) => to)].map((from) => roomAround(hours, from));
  const [widest] = rooms.sort((a, b) => b.to - b.from - (a.to - a.from));
  if (!widest || widest.from >= widest.to) return hours;
  const length = Math.min(60, widest.to - widest.from);
  const from = onRaster(widest.from + (widest.to - widest.from - length) / 2);
  return withOne(hours, { from, to: Math.min(from + length, widest.to) });
}

/** The hours with one interval moved by so much, as far as its neighbours let it. */
export function moved(hours: Hours, index: number, by: number): Hours {
  const one = hours[index];
  if (!one) return hours;
  const room = roomOf(hours, index);
  const shift = Math.min(room.to - one.to, Math.max(room.from - one.from, by));
  return replaced(hours, index, { from: one.from + shift, to: one.to + shift });
}

/** The hours with one interval beginning elsewhere, at least a minute long. */
export function begunAt(hours: Hours, index: number, minute: number): Hours {
  const one = hours[index];
  if (!one) return hours;
  const from = Math.min(one.to - 1, Math.max(roomOf(hours, index).from, minute));
  return replaced(hours, index, { ...one, from });
}

/** The hours with one interval ending elsewhere, at least a minute long. */
export function endedAt(hours: Hours, index: number, minute: number): Hours {
  const one = hours[index];
  if (!one) return hours;
  const to = Math.max(one.from + 1, Math.min(roomOf(hours, index).to, minute));
  return replaced(hours, index, { ...one, to });
}

/** The hours without one interval. */
export function without(hours: Hours, index: number): Hours {
  return hours.filter((_, place) => place !== index);
}

function replaced(hours: Hours, index: number, by: OpenMinutes): Hours {
  return hours.map((one, place) => (place === index ? by : one));
}

/** How far an interval can go: from the end of the one before it to the start of the one after it. */
function roomOf(hours: Hours, index: number): OpenMinutes {
  return { from: hours[index - 1]?.to ?? 0, to: hours[index + 1]?.from ?? dayEnd };
}

/** The closed time around a minute. */
function roomAround(hours: Hours, minute: number): OpenMinutes {
  return {
    from: Math.max(0, ...hours.filter(({ to }) => to <= minute).map(({ to }) => to)),
    to: Math.min(dayEnd, ...hours.filter(({ from }) => from >= minute).map(({ from }) => from)),
  };
}
