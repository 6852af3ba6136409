import { isSwitchable } from '../../workflows/domain/policy/actions.js';
import { isRole, isSetting, settings, workingRoles } from '../../workflows/domain/policy/roles.js';
import { readCsv, type Row } from './csv.js';
import { readOf, type Fault, type Read } from './fault.js';
import type { RoleSwitch } from '../policy-set.js';
import { switchFault } from './switch-fault.js';

/** Reads the switches of roles; one that can have no effect is a fault, so that nobody relies on it. */
export function readSwitchFile(file: string, text: string): Read<RoleSwitch[]> {
  const table = readCsv(file, text, [['for', 'action', 'set']]);
  const faults = [...table.faults];
  const switches = table.rows.flatMap((row) => {
    const read = readSwitch(file, row);
    if (typeof read !== 'string') return [read];
    faults.push({ file, line: row.line, message: read });
    return [];
  });
  return readOf(switches, [...faults, ...repeated(switches)]);
}

function readSwitch(file: string, { line, fields }: Row): RoleSwitch | string {
  const [target = '', action = '', set = ''] = fields;
  const role = target.startsWith('role:') ? target.slice(5) : '';
  if (!isRole(role)) {
    return `"${target}" must be role:NAME; groups and technicians are switched in the organisation`;
  }
  if (!isSwitchable(action)) return switchFault(action);
  if (!isSetting(set)) return `"${set}" is not a setting (${settings.join(', ')})`;
  if (set === 'on' && !workingRoles.includes(role)) {
    return `never reached: ${role} works no sessions, so nothing can be switched on for it`;
  }
  return { role, action, set, place: { file, line } };
}

function repeated(switches: readonly RoleSwitch[]): Fault[] {
  return switches.flatMap((found) => {
    const first = switches.find(
      ({ role, action }) => role === found.role && action === found.action,
    );
    if (first === undefined || first === found) return [];
    const message = `never reached: line ${first.place.line} switches ${found.action} already`;
    return [{ ...found.place, message }];
  });
}
