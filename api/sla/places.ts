import type { Authorizer } from '../../policies/authorize.js';
import type { Action } from '../../workflows/domain/policy/actions.js';

/** The desk's own place, beside the channels. */
export const deskPlace = '*';

/** The places, channels and the desk, where the policy lets a technician do something. */
export function placesWith(
  authorizer: Authorizer,
  technician: string,
  action: Action,
): readonly string[] {
  const channels = authorizer.people.organisation.channels.map(({ key }) => key);
  return [deskPlace, ...channels].filter((place) =>
    authorizer.abilities(technician, place, 'own').includes(action),
  );
}
