import type { Authorizer } from '../../policies/authorize.js';

/** The channels in which a technician may begin sessions. */
export function mayInviteIn(authorizer: Authorizer, technician: string): readonly string[] {
  return authorizer.people.organisation.channels
    .map(({ key }) => key)
    .filter((key) => authorizer.abilities(technician, key, 'own').includes('session.create'));
}
