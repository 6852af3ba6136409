import { collaboratorIn, hasEnded, type Session } from '../../workflows/domain/session/session.js';
import type { PolicyDesk } from '../policy/policy-desk.js';
import type { PictureHolder } from './media-ticket.js';
import { closes, type RelayClose } from './relay-close.js';

/**
 * Why somebody may not have the session's picture now, or null when they may: nothing flows without
 * the user's consent, and a technician needs the grant for as long as they watch.
 */
export function whyNoPicture(
  session: Session,
  holder: PictureHolder,
  policy: PolicyDesk,
): RelayClose | null {
  if (hasEnded(session)) return closes.ended;
  const shown = session.state === 'active' && session.consent.granted.includes('view');
  if (!shown) return closes.notAllowed;
  return isEntitled(session, holder, policy) ? null : closes.notAllowed;
}

function isEntitled(session: Session, holder: PictureHolder, policy: PolicyDesk): boolean {
  if (holder.kind === 'device') return session.device?.id === holder.deviceId;
  const { technician } = holder;
  // Who was asked in and has not come sees nothing yet: the user is told of everybody who looks.
  const hasCome = collaboratorIn(session, technician)?.joinedAt !== null;
  return (
    hasCome &&
    policy.isEnabled(technician) &&
    policy.actionsOn(session, technician).includes('tool.view')
  );
}
