import type { Authorizer } from '../../policies/authorize.js';
import { collaboratorIn, type Session } from '../../workflows/domain/session/session.js';
import type { operations } from '../generated/openapi.js';
import { personOf } from '../shown/people.js';
import type { Availability } from './transfer-targets.js';

type Invitees =
  operations['listInvitees']['responses'][200]['content']['application/json']['technicians'];

/** Whether the policy lets a technician work in a session of a channel once they are in it. */
export function isOfChannel(authorizer: Authorizer, technician: string, channel: string): boolean {
  return authorizer.abilities(technician, channel, 'own').includes('session.view');
}

/** Everybody who is not in a session, those of its channel first, and of them those who are there. */
export function inviteesOf(
  session: Session,
  authorizer: Authorizer,
  { present, openSessions }: Availability,
): Readonly<Invitees> {
  const { technicians } = authorizer.people.organisation;
  return technicians
    .filter(({ key, disabled }) => !disabled && key !== session.assignee)
    .filter(({ key }) => !collaboratorIn(session, key))
    .map(({ key }) => ({
      ...personOf(authorizer, key),
      signedIn: present.has(key),
      openSessions: openSessions.get(key) ?? 0,
      fromOutside: !isOfChannel(authorizer, key, session.channel),
    }))
    .sort(
      (one, other) =>
        Number(one.fromOutside) - Number(other.fromOutside) ||
        Number(other.signedIn) - Number(one.signedIn),
    );
}
