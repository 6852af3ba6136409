import { actions, type Action } from '../../workflows/domain/policy/actions.js';
import { desk, relations, type Relation } from '../../workflows/domain/policy/roles.js';
import type { Authorizer } from '../authorize.js';

/** One right that somebody has under one policy and not under the other. */
export interface Difference {
  readonly change: 'gains' | 'loses';
  readonly technician: string;
  readonly action: Action;
  readonly relation: Relation;
  /** Where it changes; `*` is the desk and every channel in which they hold no role of its own. */
  readonly channels: readonly string[];
}

/** Who gains and who loses what when the new takes the place of the old. */
export function comparePolicies(before: Authorizer, after: Authorizer): Difference[] {
  const people = [before, after].flatMap((side) => side.people.organisation.technicians);
  return [...new Set(people.map(({ key }) => key))].flatMap((technician) => {
    const places = placesOf(technician, before, after);
    return relations.flatMap((relation) =>
      differences(before, after, technician, relation, places),
    );
  });
}

/** Elsewhere only roles at the desk count, and they answer there as they do at `*`. */
function placesOf(technician: string, ...sides: Authorizer[]): string[] {
  const held = sides.flatMap(({ people }) => people.rolesOf(technician));
  return [...new Set([desk, ...held.map(({ in: place }) => place)])];
}

function differences(
  before: Authorizer,
  after: Authorizer,
  technician: string,
  relation: Relation,
  places: readonly string[],
): Difference[] {
  const changed = new Map<string, Difference>();
  for (const place of places) {
    const had = new Set(before.abilities(technician, place, relation));
    const has = new Set(after.abilities(technician, place, relation));
    for (const action of actions) {
      if (had.has(action) === has.has(action)) continue;
      const change = has.has(action) ? 'gains' : 'loses';
      const channels = changed.get(`${change} ${action}`)?.channels ?? [];
      const found = {
        change,
        technician,
        action,
        relation,
        channels: [...channels, place],
      } as const;
      changed.set(`${change} ${action}`, found);
    }
  }
  return [...changed.values()];
}
