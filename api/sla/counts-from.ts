import type { Instant } from '../../workflows/domain/session/vocabulary.js';
import { unfit } from '../problems/unfit.js';

const minute = 60_000;

/**
 * From when a new version counts: the instant that was asked for, else the second full minute from
 * now. What begins sooner could still change what was promised a moment ago.
 */
export function countsFrom(asked: string | undefined, now: Instant): Date {
  const soonest = Math.floor(now / minute) * minute + 2 * minute;
  if (asked === undefined) return new Date(soonest);
  const instant = Date.parse(asked);
  if (instant > now + minute) return new Date(instant);
  const message = 'must lie at least a minute ahead: what was promised before stays as it was';
  throw unfit({ path: '/body/countsFrom', code: 'not-ahead', message });
}
