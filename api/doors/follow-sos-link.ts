import type { SosCall } from '../../activities/doors/sos-call-store.js';
import type { DeskStores } from '../desk-stores.js';
import { ProblemError } from '../problems/problem-error.js';
import { hashOf } from '../secrets.js';

/** The SOS Call behind a link's token, also while it is paused; throws where there is none any more. */
export async function followSosLink(
  { sosCalls }: Pick<DeskStores, 'sosCalls'>,
  token: string,
): Promise<SosCall> {
  const call = await sosCalls.byToken(hashOf(token));
  if (!call) throw new ProblemError('link-unknown');
  if (call.deletedAt) throw new ProblemError('sos-call-gone');
  return call;
}
