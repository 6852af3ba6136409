import type { Authorizer } from '../../policies/authorize.js';
import { mayInviteIn } from '../sessions/may-invite-in.js';

/** A channel in which the technician may begin sessions; without one, a channel in which to be refused it. */
export function whereInviting(authorizer: Authorizer, technician: string): string {
  const [first] = authorizer.people.organisation.channels;
  return mayInviteIn(authorizer, technician)[0] ?? first?.key ?? '';
}
