import { ProblemError } from '../problems/problem-error.js';

/** A page's `after`: a position in a list that only grows, of at most eighteen digits. */
export function positionOf(after: string | undefined): string | null {
  if (after === undefined) return null;
  if (!/^\d{1,18}$/.test(after)) throw new ProblemError('malformed-request');
  return after;
}
