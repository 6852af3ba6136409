import type { Action } from '../../workflows/domain/policy/actions.js';
import {
  workingRoles,
  type Relation,
  type Role,
  type Scope,
} from '../../workflows/domain/policy/roles.js';
import type { Organisation } from '../organisation.js';
import type { PolicySet, RoleGrant } from '../policy-set.js';

/** What a role grants after its own switches, and where that is said. */
export interface HeldGrant {
  readonly role: Role;
  readonly action: Action;
  readonly scope: Scope;
  readonly except: readonly Role[];
  readonly source: string;
}

/**
 * Applies the switches of roles to what the roles grant. The installation's files and the
 * organisation can both switch a role; where they differ, `off` wins.
 */
export function grantsOfRoles(policy: PolicySet, organisation: Organisation): HeldGrant[] {
  const switches = switchesOfRoles(policy, organisation);
  const off = new Set(switches.filter(({ set }) => set === 'off').map(nameOf));
  const added = switches.filter((found) => found.set === 'on' && !off.has(nameOf(found)));
  return [
    ...policy.grants.filter((grant) => !off.has(nameOf(grant))).map(heldGrant),
    ...added.filter(({ role }) => workingRoles.includes(role)).map(switchedOn),
  ];
}

/** Whether a scope reaches as far as a relation. */
export function reaches(scope: Scope, relation: Relation): boolean {
  return scope === 'any' || scope === relation;
}

interface SwitchedRole {
  readonly role: Role;
  readonly action: Action;
  readonly set: string;
  readonly source: string;
}

function switchesOfRoles(policy: PolicySet, organisation: Organisation): SwitchedRole[] {
  const inFiles = policy.switches.map(({ role, action, set, place }) => {
    return { role, action, set, source: `${place.file}:${place.line}` };
  });
  const ofOrganisation = organisation.switches.flatMap(({ for: target, action, set }) => {
    if (target.kind !== 'role') return [];
    return [{ role: target.key, action, set, source: `switch role:${target.key}` }];
  });
  return [...inFiles, ...ofOrganisation];
}

function heldGrant({ role, action, scope, except, place }: RoleGrant): HeldGrant {
  return { role, action, scope, except, source: `${place.file}:${place.line}` };
}

function switchedOn({ role, action, source }: SwitchedRole): HeldGrant {
  return { role, action, scope: 'own', except: [], source };
}

function nameOf({ role, action }: { role: Role; action: Action }): string {
  return `${role} ${action}`;
}
