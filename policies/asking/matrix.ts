import { actions, type Action } from '../../workflows/domain/policy/actions.js';
import {
  relations,
  roles,
  scopes,
  type Role,
  type Scope,
} from '../../workflows/domain/policy/roles.js';
import type { Authorizer } from '../authorize.js';

/** How far each role reaches with each action, after the switches of roles. */
export interface RoleRow {
  readonly role: Role;
  readonly cells: readonly Cell[];
}

/** How far each technician reaches with each action in one channel. */
export interface TechnicianRow {
  readonly technician: string;
  readonly cells: readonly Cell[];
}

/** How far an action reaches; no scope where it is not allowed at all, `any` alone where it is everything. */
export interface Cell {
  readonly action: Action;
  readonly scopes: readonly Scope[];
}

/** What the roles grant, in the order of the vocabulary. */
export function roleMatrix({ grants }: Pick<Authorizer, 'grants'>): RoleRow[] {
  return roles.map((role) => ({
    role,
    cells: actions.map((action) => {
      const found = grants.filter((grant) => grant.role === role && grant.action === action);
      return { action, scopes: widest(found.map(({ scope }) => scope)) };
    }),
  }));
}

/** What everybody may do who holds a role in a channel (`*` for the desk), in the organisation's order. */
export function technicianMatrix(authorizer: Authorizer, channel: string): TechnicianRow[] {
  const { people } = authorizer;
  return people.organisation.technicians
    .filter(({ key }) => people.rolesIn(key, channel).length > 0)
    .map(({ key: technician }) => ({
      technician,
      cells: cellsOf(authorizer, technician, channel),
    }));
}

function cellsOf(authorizer: Authorizer, technician: string, channel: string): Cell[] {
  const may = relations.map((relation) => {
    return { relation, actions: new Set(authorizer.abilities(technician, channel, relation)) };
  });
  return actions.map((action) => {
    const reached = may.filter((one) => one.actions.has(action)).map(({ relation }) => relation);
    return {
      action,
      scopes: widest(reached.map((relation) => (relation === 'other' ? 'any' : relation))),
    };
  });
}

function widest(found: readonly Scope[]): readonly Scope[] {
  return found.includes('any') ? ['any'] : scopes.filter((scope) => found.includes(scope));
}
