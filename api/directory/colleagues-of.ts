import type { Authorizer } from '../../policies/authorize.js';
import type { Action } from '../../workflows/domain/policy/actions.js';
import { desk } from '../../workflows/domain/policy/roles.js';
import { sightOf } from './sight-of.js';

/** Who may do one of these at the desk reads of everybody. */
const ofEverybody: readonly Action[] = ['audit.read', 'report.read'];

/**
 * The keys of those whose work a technician may come across: who holds a role at the desk or in a channel
 * that they see, and they themselves; everybody for who manages people or reads what is known of all.
 */
export function colleaguesOf(
  authorizer: Authorizer,
  technician: string,
  seenIn: readonly string[],
): readonly string[] {
  const { people } = authorizer;
  const all = people.organisation.technicians.map(({ key }) => key);
  const atDesk = authorizer.abilities(technician, desk, 'own');
  const sight = sightOf(authorizer, technician);
  if (sight?.whole || ofEverybody.some((action) => atDesk.includes(action))) return all;
  const places = new Set([...seenIn, ...(sight?.places ?? [])]);
  // Who holds nothing anywhere comes across nobody, not even those at the desk itself.
  if (places.size === 0) return all.filter((key) => key === technician);
  return all.filter(
    (key) =>
      key === technician ||
      people.rolesOf(key).some(({ in: place }) => place === desk || places.has(place)),
  );
}
