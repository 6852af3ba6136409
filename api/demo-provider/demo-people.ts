import type { Authorizer } from '../../policies/authorize.js';
import { desk, type Role } from '../../workflows/domain/policy/roles.js';

/** Somebody of the demonstration's organisation, as a card shows them. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly posts: readonly DemoPost[];
}

/** A role and the channels it is held in; none where it is held at the desk. */
export interface DemoPost {
  readonly role: Role;
  readonly channels: readonly string[];
}

/** Everybody in the organisation, in its own order. */
export function demoPeople({ people }: Authorizer): readonly DemoPerson[] {
  const names = new Map(people.organisation.channels.map(({ key, name }) => [key, name ?? key]));
  return people.organisation.technicians.map(({ key, name, disabled }) => {
    const byRole = Map.groupBy(people.rolesOf(key), ({ role }) => role);
    const posts = [...byRole].map(([role, held]) => ({
      role,
      channels: held.some(({ in: place }) => place === desk)
        ? []
        : held.map(({ in: place }) => names.get(place) ?? place),
    }));
    return { key, name: name ?? key, disabled, posts };
  });
}
