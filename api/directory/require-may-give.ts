import type { HeldRole } from '../../activities/directory/role-store.js';
import type { StaffCaller } from '../callers.js';
import type { PolicyDesk } from '../policy/policy-desk.js';

/**
 * Throws unless somebody might give every one of the roles. Whoever joins a group holds its roles, and
 * whoever owns an account holds its roles: neither may be a way around the rule on who gives which.
 */
export function requireMayGive(
  policy: PolicyDesk,
  caller: StaffCaller,
  roles: readonly Pick<HeldRole, 'role' | 'place'>[],
): void {
  for (const { role, place } of roles) policy.permitAssigning(caller, place, role);
}

/** The roles that a technician holds by themselves or by a group. */
export function rolesHeldBy(
  policy: PolicyDesk,
  technician: string,
): readonly Pick<HeldRole, 'role' | 'place'>[] {
  return policy.authorizer.people
    .rolesOf(technician)
    .map(({ role, in: place }) => ({ role, place }));
}
