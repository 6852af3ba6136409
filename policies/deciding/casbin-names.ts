import type { Action } from '../../workflows/domain/policy/actions.js';
import type { Role } from '../../workflows/domain/policy/roles.js';
import type { Holder } from '../organisation.js';

/** How technicians and groups are called in groupings; the kind keeps equal keys apart. */
export function holderName({ kind, key }: Holder): string {
  return `${kind}:${key}`;
}

/** What every role that works sessions is a kind of. */
export const workingRole = 'working';

/** A role at its place; Casbin's model joins the two in the same way. */
export function roleName(role: Role | typeof workingRole, place: string): string {
  return `${role}@${place}`;
}

/** The class of those for whom an action is switched at a level. */
export function switchedName(level: Holder['kind'], set: 'on' | 'off', action: Action): string {
  return `switched-${set}:${level}:${action}`;
}

/** What is asked of Casbin: to give a role is an act of its own for each role. */
export function actName(action: Action, assigning?: Role): string {
  return assigning === undefined ? action : `${action}:${assigning}`;
}
