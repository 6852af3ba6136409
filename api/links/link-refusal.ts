import { RefusedError } from '../../activities/commands/command-errors.js';
import type { ProblemCode } from '../problems/problem-codes.js';
import { ProblemError } from '../problems/problem-error.js';

/** What a refusal is called to somebody who follows a link. */
const linkProblems: Readonly<Record<string, ProblemCode>> = {
  'link-expired': 'link-expired',
  'link-withdrawn': 'link-withdrawn',
  'device-bound': 'link-used-by-another-device',
  'session-ended': 'session-closed',
};

/** Rethrows a refusal in the words of a link's follower; everything else as it is. */
export function asLinkProblem(error: unknown): never {
  const refused = error instanceof RefusedError ? error.refusal.refused : '';
  const code = linkProblems[refused];
  throw code === undefined ? error : new ProblemError(code);
}
