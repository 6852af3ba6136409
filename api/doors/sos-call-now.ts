import type { Desk } from '../desk.js';
import type { components } from '../generated/openapi.js';
import { ProblemError } from '../problems/problem-error.js';
import { shownSosCall } from './sos-call-view.js';

/** An SOS Call as it stands now; rejects with `not-found` where it is not there. */
export async function sosCallNow(
  { stores, policy, settings }: Pick<Desk, 'stores' | 'policy' | 'settings'>,
  id: string,
  technician: string,
): Promise<components['schemas']['SosCall']> {
  const call = await stores.sosCalls.find(id);
  if (!call || call.deletedAt) throw new ProblemError('not-found');
  return shownSosCall(call, policy.authorizer, settings, technician);
}
