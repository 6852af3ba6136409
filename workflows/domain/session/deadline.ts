import type { Session } from './session.js';
import { hasEnded } from './session.js';
import type { Instant } from './vocabulary.js';

/** What happens when nobody acts in time. */
export type DeadlineKind = 'expire' | 'consent-lapse' | 'reconnect-lapse';

/** The next instant at which the desk itself will act, and what it will do then. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly at: Instant;
}

/** The next deadline of a session, or null when nothing but people will move it. */
export function nextDeadline(session: Session): Deadline | null {
  if (hasEnded(session)) return null;
  const { question } = session.consent;
  if (question) return { kind: 'consent-lapse', at: question.until };
  if (session.reconnectBy !== null) return { kind: 'reconnect-lapse', at: session.reconnectBy };
  if (session.startBy !== null) return { kind: 'expire', at: session.startBy };
  return null;
}
