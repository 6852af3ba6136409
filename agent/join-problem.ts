import { DeskProblem, DeskUnreachable } from './desk/desk-problem.js';
import type { Problem } from './window/words.js';

/** What the desk's problem codes mean to a person who followed a link. */
const known: Readonly<Record<string, Problem>> = {
  'link-unknown': 'link-unknown',
  'link-expired': 'link-expired',
  'link-withdrawn': 'link-withdrawn',
  'link-used-by-another-device': 'link-used-elsewhere',
  'device-bound': 'link-used-elsewhere',
  'sos-call-gone': 'sos-call-gone',
  'codes-all-taken': 'codes-all-taken',
  'session-closed': 'session-ended',
  'session-ended': 'session-ended',
};

/** The sentence for an error of joining. Rethrows what is not an error of the desk. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DeskUnreachable) return 'desk-unreachable';
  if (error instanceof DeskProblem) return known[error.code] ?? 'desk-refused';
  throw error;
}
