import type { Session } from './session.js';
import { hasEnded } from './session.js';
import type { Instant } from './vocabulary.js';

/** What happens when nobody acts in time. */
export type DeadlineKind =
  'expire' | 'consent-lapse' | 'reconnect-lapse' | 'offer-lapse' | 'transfer-lapse' | 'guest-lapse';

/** The next instant at which the desk itself will act, and what it will do then. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly at: Instant;
  /** Whose time is over, where it is one person's. */
  readonly about?: string;
}

/** The next deadline of a session, or null when nothing but people will move it. */
export function nextDeadline(session: Session): Deadline | null {
  if (hasEnded(session)) return null;
  const deadlines = [ownDeadline(session), ...deadlinesOfOthers(session)];
  return deadlines.filter((one) => one !== null).reduce(earlier, null);
}

/** Of these only one counts: a question keeps a session from expiring while it is open. */
function ownDeadline(session: Session): Deadline | null {
  const { question } = session.consent;
  if (question) return { kind: 'consent-lapse', at: question.until };
  if (session.reconnectBy !== null) return { kind: 'reconnect-lapse', at: session.reconnectBy };
  if (session.startBy !== null) return { kind: 'expire', at: session.startBy };
  return null;
}

function deadlinesOfOthers({ offer, transfer, collaborators }: Session): readonly Deadline[] {
  return [
    ...(offer ? [{ kind: 'offer-lapse', at: offer.until } as const] : []),
    ...(transfer ? [{ kind: 'transfer-lapse', at: transfer.until } as const] : []),
    ...collaborators.flatMap(({ technician, guest }) =>
      guest ? [{ kind: 'guest-lapse', at: guest.until, about: technician } as const] : [],
    ),
  ];
}

function earlier(one: Deadline | null, other: Deadline): Deadline {
  return one && one.at <= other.at ? one : other;
}
