import { workingRoles } from '../../workflows/domain/policy/roles.js';
import { holderName, roleName, switchedName, workingRole } from './casbin-names.js';
import type { Assignment, Holder, Organisation } from '../organisation.js';

/** Who belongs to what: one link of Casbin's role graph. */
export type Grouping = readonly [member: string, of: string];

/** All that the role graph must know; a disabled technician stands in none of it, and so may do nothing. */
export function groupingsOf(organisation: Organisation): Grouping[] {
  const disabled = new Set(
    organisation.technicians.filter((found) => found.disabled).map(({ key }) => key),
  );
  const gone = ({ kind, key }: Holder) => kind === 'technician' && disabled.has(key);
  return [
    ...organisation.groups.flatMap(({ key, members }) =>
      members.filter((member) => !disabled.has(member)).map((member) => memberOf(member, key)),
    ),
    ...organisation.roles
      .filter(({ to }) => !gone(to))
      .map(({ to, role, in: place }): Grouping => [holderName(to), roleName(role, place)]),
    ...organisation.roles.filter(({ role }) => workingRoles.includes(role)).map(workingThere),
    ...organisation.switches.flatMap(({ for: target, action, set }): Grouping[] => {
      if (target.kind === 'role' || set === 'default' || gone(target)) return [];
      return [[holderName(target), switchedName(target.kind, set, action)]];
    }),
  ];
}

function memberOf(technician: string, group: string): Grouping {
  return [
    holderName({ kind: 'technician', key: technician }),
    holderName({ kind: 'group', key: group }),
  ];
}

function workingThere({ role, in: place }: Assignment): Grouping {
  return [roleName(role, place), roleName(workingRole, place)];
}
