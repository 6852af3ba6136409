import type { Action } from '../../workflows/domain/policy/actions.js';
import { roles, type Role } from '../../workflows/domain/policy/roles.js';
import type { Switch } from '../organisation.js';
import type { OrganisationIndex } from '../deciding/organisation-index.js';
import type { Question } from '../question.js';

/**
 * All that a decision rested on beside the policy: kept with it, so that it can be asked again under
 * another policy when the people have long moved on.
 */
export interface Standing {
  /** Known to the desk and not disabled. */
  readonly enabled: boolean;
  /** The roles that counted there, in the order of the vocabulary. */
  readonly roles: readonly Role[];
  /** What was said of the action for the technician by name. */
  readonly own: 'on' | 'off' | null;
  /** What was said of it for their groups, of which `off` wins. */
  readonly groups: 'on' | 'off' | null;
  /** The roles among these for which the organisation switched the action on, or off. */
  readonly rolesOn: readonly Role[];
  readonly rolesOff: readonly Role[];
  /** An invitation lent it to somebody from outside the channel, whatever the policy says of them; else absent. */
  readonly lent?: true;
}

/** What of an organisation the answer to a question rests on. */
export function standingOf(people: OrganisationIndex, question: Question): Standing {
  const { technician, channel, action } = question;
  const among = new Set(people.rolesIn(technician, channel).map(({ role }) => role));
  const held = roles.filter((role) => among.has(role));
  const said = people.switchesFor(technician, action);
  return {
    enabled: people.technician(technician)?.disabled === false,
    roles: held,
    own: heard(said.filter((found) => found.for.kind === 'technician')),
    groups: heard(said.filter((found) => found.for.kind === 'group')),
    rolesOn: switched(people, held, action, 'on'),
    rolesOff: switched(people, held, action, 'off'),
  };
}

function heard(said: readonly Switch[]): 'on' | 'off' | null {
  if (said.some(({ set }) => set === 'off')) return 'off';
  return said.some(({ set }) => set === 'on') ? 'on' : null;
}

function switched(
  people: OrganisationIndex,
  held: readonly Role[],
  action: Action,
  set: 'on' | 'off',
): Role[] {
  const said = people.roleSwitches.filter((found) => found.action === action && found.set === set);
  return held.filter((role) => said.some(({ for: target }) => target.key === role));
}
