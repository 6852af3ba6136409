import type { ReportRequest } from '../report-request.js';
import { reportDimensions } from '../report-request.js';
import { type Chance, month, oneOf } from './random-world-testing.js';

const day = 86_400_000;
/** The end of the month of the random world. */
export const end = new Date(month.from + month.days * day);

const zones = [
  'UTC',
  'America/Sao_Paulo',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
];

/** A report at random of that month. */
export function someRequest(chance: Chance): ReportRequest {
  const maybe = <Item>(items: readonly Item[]) => (chance() < 0.25 ? oneOf(items, chance) : null);
  const whole = chance() < 0.3;
  const from = whole ? month.from : month.from + Math.floor(chance() * 20 * day);
  const to = whole ? end.getTime() : from + 1 + Math.floor(chance() * 25 * day);
  const cutoff = chance() < 0.5 ? to : from + Math.floor(chance() * (to - from));
  return {
    from: new Date(from),
    to: new Date(to),
    cutoff: new Date(cutoff),
    zone: oneOf(zones, chance),
    channels: oneOf([['finance', 'general', 'stores'], ['general'], []], chance),
    group: maybe(['level-1', 'mac']),
    technician: maybe(['ana', 'bruno']),
    customer: maybe(['acme']),
    priority: maybe(['low', 'urgent']),
    by: oneOf(reportDimensions, chance),
  };
}

/** The same numbers each time (mulberry32). */
export function seeded(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
