import { UnknownPageError } from '../../activities/store/lists/page-place.js';
import { unfit } from './unfit.js';

/** A place in a list that is none of ours, as a problem; everything else stays what it is. */
export function unknownPage(error: unknown): never {
  if (!(error instanceof UnknownPageError)) throw error;
  const message = 'is not the next of any page';
  throw unfit({ path: '/query/after', code: 'page-unknown', message });
}
