import type { Authorizer } from '../../policies/authorize.js';
import { mayInviteIn } from './may-invite-in.js';

/** The channel that a technician begins a session in when they name none: the first in which they may. */
export function channelToBeginIn(authorizer: Authorizer, technician: string): string {
  const [first] = authorizer.people.organisation.channels;
  return mayInviteIn(authorizer, technician)[0] ?? first?.key ?? '';
}
