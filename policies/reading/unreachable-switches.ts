import type { Fault } from './fault.js';
import type { RoleGrant, RoleSwitch } from '../policy-set.js';

/** The switches that change nothing: what they take was never granted, or what they add is there already. */
export function unreachableSwitches(
  switches: readonly RoleSwitch[],
  grants: readonly RoleGrant[],
): Fault[] {
  return switches.flatMap((found) => {
    const granted = grants.filter(
      ({ role, action }) => role === found.role && action === found.action,
    );
    const { role, action, set, place } = found;
    if (set === 'off' && granted.length === 0) {
      return [{ ...place, message: `never reached: ${role} is not granted ${action} anyway` }];
    }
    const there = granted.find(({ scope }) => scope === 'own' || scope === 'any');
    if (set !== 'on' || there === undefined) return [];
    const message = `never reached: ${there.place.file}:${there.place.line} grants it already`;
    return [{ ...place, message }];
  });
}
