import type { OffsetChange, ZoneRules } from '../../workflows/domain/sla/zone-rules.js';

const hour = 3_600_000;
/** Some zones suspend summer time for less than a month. */
const step = 48 * hour;
const span = { from: Date.UTC(1970, 0, 1), to: Date.UTC(2101, 0, 1) };

/** A zone that the zone database does not know. */
export class UnknownZone extends Error {
  readonly code = 'unknown-zone';
  readonly zone: string;

  constructor(zone: string) {
    super(`"${zone}" is not a zone of the zone database.`);
    this.zone = zone;
  }
}

/** The rules of a zone from 1970 to 2100 in the release that this Node brings; throws UnknownZone. */
export function zoneRules(zone: string): ZoneRules {
  const offsetAt = offsetsOf(zone);
  const changes: OffsetChange[] = [];
  let offset = offsetAt(span.from);
  const initial = offset;
  for (let instant = span.from; instant < span.to; instant += step) {
    const next = offsetAt(instant + step);
    if (next === offset) continue;
    changes.push({ from: changeBetween(offsetAt, instant, instant + step), offset: next });
    offset = next;
  }
  return { zone, release: process.versions['tz'] ?? 'unknown', initial, changes };
}

type Offsets = (instant: number) => number;

/** The first instant after `before` that has the offset of `after`. */
function changeBetween(offsetAt: Offsets, before: number, after: number): number {
  const next = offsetAt(after);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === next) high = middle;
    else low = middle;
  }
  return high;
}

function offsetsOf(zone: string): Offsets {
  const format = formatOf(zone);
  return (instant) => {
    const found = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(instant));
    const [, sign, hours = 0, minutes = 0, seconds = 0] = found ?? [];
    const ahead = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return (sign === '-' ? -ahead : ahead) * 1_000;
  };
}

function formatOf(zone: string): Intl.DateTimeFormat {
  // A bare offset such as +05:30 is none of the database's zones, though Intl takes it for one.
  if (/^[+-]/.test(zone)) throw new UnknownZone(zone);
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) throw new UnknownZone(zone);
    throw error;
  }
}
