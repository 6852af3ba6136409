import { ErasureChangedError, PersonUnknownError } from '../../activities/audit/erasure.js';
import { SessionOpenError } from '../../activities/audit/erase-session.js';
import { NothingSealedError } from '../../activities/audit/log-period.js';
import { HeadUnknownError } from '../../activities/audit/proof.js';
import { ProblemError } from '../problems/problem-error.js';

/** What the log and those who erase refuse, as problems; everything else stays what it is. */
export function asAuditProblem(error: unknown): never {
  if (error instanceof PersonUnknownError) throw new ProblemError('not-found');
  if (error instanceof ErasureChangedError) throw new ProblemError('erasure-changed');
  if (error instanceof SessionOpenError) throw new ProblemError('session-still-open');
  if (error instanceof HeadUnknownError) throw new ProblemError('head-unknown');
  if (error instanceof NothingSealedError) {
    throw new ProblemError('nothing-sealed', { detail: error.message });
  }
  throw error;
}
