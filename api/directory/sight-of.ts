import type { DirectorySight } from '../../activities/directory/directory-sight.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { Action } from '../../workflows/domain/policy/actions.js';
import { desk } from '../../workflows/domain/policy/roles.js';

/** Who may do one of these at the desk manages people, and sees all of them. */
const ofPeople: readonly Action[] = [
  'group.manage',
  'technician.invite',
  'technician.edit',
  'technician.disable',
  'technician.assign-role',
];

/** How much of the directory's people a technician may see; null where they manage nobody. */
export function sightOf(authorizer: Authorizer, technician: string): DirectorySight | null {
  const atDesk = authorizer.abilities(technician, desk, 'own');
  if (ofPeople.some((action) => atDesk.includes(action))) return { whole: true, places: [] };
  const places = authorizer.people.organisation.channels
    .map(({ key }) => key)
    .filter((key) => authorizer.abilities(technician, key, 'own').includes('channel.staff'));
  return places.length > 0 ? { whole: false, places } : null;
}
