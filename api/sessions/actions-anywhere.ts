import type { Authorizer } from '../../policies/authorize.js';
import { actions, type Action } from '../../workflows/domain/policy/actions.js';
import { desk, relations } from '../../workflows/domain/policy/roles.js';

/** What a technician may do at the desk itself, where no channel is named. */
export function actionsAtDesk(authorizer: Authorizer, technician: string): readonly Action[] {
  return authorizer.abilities(technician, desk, 'own');
}

/** What a technician may do to anything at all, at the desk or in any channel, in the order of the vocabulary. */
export function actionsAnywhere(authorizer: Authorizer, technician: string): readonly Action[] {
  // Elsewhere only roles at the desk count, and they answer there as they do at `*`.
  const places = new Set(authorizer.people.rolesOf(technician).map(({ in: place }) => place));
  const found = new Set(
    [...places, desk].flatMap((place) =>
      relations.flatMap((relation) => authorizer.abilities(technician, place, relation)),
    ),
  );
  return actions.filter((action) => found.has(action));
}
