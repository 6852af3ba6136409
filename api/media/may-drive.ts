import type { Session } from '../../workflows/domain/session/session.js';
import type { PolicyDesk } from '../policy/policy-desk.js';

/** Whether the policy still lets the session's driver use mouse and keyboard; nobody without a driver. */
export function mayDrive(session: Session, policy: PolicyDesk): boolean {
  const { technician } = session.driver;
  if (technician === null || !policy.isEnabled(technician)) return false;
  return policy.actionsOn(session, technician).includes('tool.control');
}
