import { isAction } from '../../workflows/domain/policy/actions.js';
import { isRole, isScope, scopes, type Role } from '../../workflows/domain/policy/roles.js';
import { readCsv, type Row } from './csv.js';
import { readOf, type Fault, type Read } from './fault.js';
import type { RoleGrant } from '../policy-set.js';

const columns = ['action', 'scope'] as const;
const withExceptions = [...columns, 'except'];

/** Reads what one role may do; a line that another line already covers is a fault too. */
export function readRoleFile(file: string, role: Role, text: string): Read<RoleGrant[]> {
  const table = readCsv(file, text, [columns, withExceptions]);
  const faults = [...table.faults];
  const grants = table.rows.flatMap((row) => {
    const read = readGrant(file, role, row);
    if (typeof read !== 'string') return [read];
    faults.push({ file, line: row.line, message: read });
    return [];
  });
  return readOf(grants, [...faults, ...unreachable(grants)]);
}

function readGrant(file: string, role: Role, { line, fields }: Row): RoleGrant | string {
  const [action = '', scope = '', excepted = ''] = fields;
  if (!isAction(action)) return `"${action}" is not an action`;
  if (!isScope(scope)) return `"${scope}" is not a scope (${scopes.join(', ')})`;
  const names = excepted.split(' ').filter((name) => name !== '');
  const except = names.filter(isRole);
  const stranger = names.find((name) => !isRole(name));
  if (stranger !== undefined) return `"${stranger}" is not a role`;
  if (except.length > 0 && action !== 'technician.assign-role') {
    return 'only technician.assign-role can except roles';
  }
  return { role, action, scope, except, place: { file, line } };
}

function unreachable(grants: readonly RoleGrant[]): Fault[] {
  return grants.flatMap((grant) => {
    const covering = grants.find((other) => covers(other, grant));
    if (covering === undefined) return [];
    const said = `line ${covering.place.line} grants ${covering.action} ${covering.scope}`;
    return [{ ...grant.place, message: `never reached: ${said} already` }];
  });
}

/** Of two equal lines the later is covered; `any` covers every other scope, wherever it stands. */
function covers(wider: RoleGrant, grant: RoleGrant): boolean {
  if (wider.action !== grant.action || wider === grant) return false;
  if (wider.scope === grant.scope) return wider.place.line < grant.place.line;
  return wider.scope === 'any';
}
