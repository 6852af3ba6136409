import type { Authorizer } from '../../policies/authorize.js';
import { mayInviteIn } from './may-invite-in.js';

/**
 * The channel that a technician begins sessions in where they name none: the first in which they may,
 * or else the desk's first, in which the policy then says why they may not.
 */
export function channelToBeginIn(authorizer: Authorizer, technician: string): string {
  const [first] = authorizer.people.organisation.channels;
  return mayInviteIn(authorizer, technician)[0] ?? first?.key ?? '';
}
