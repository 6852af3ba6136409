import { UnknownPageError } from '../../activities/store/page-place.js';
import { ProblemError } from './problem-error.js';

/** A place in a list that is none of ours, as a problem; everything else stays what it is. */
export function unknownPage(error: unknown): never {
  if (!(error instanceof UnknownPageError)) throw error;
  const errors = [{ path: '/query/after', message: 'is not the next of any page' }];
  throw new ProblemError('unfit-request', { errors });
}
