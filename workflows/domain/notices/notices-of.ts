import type { SessionEvent } from '../session/events.js';
import type { Session } from '../session/session.js';
import type { NoticeKind } from './notice-kinds.js';

/** Somebody who is to be told of something. */
export interface Notice {
  readonly technician: string;
  readonly kind: NoticeKind;
}

/** Whom the desk knows by a place rather than by name, as it stands when the notices are worked out. */
export interface Audience {
  /** Who runs the session's channel. */
  readonly managers: readonly string[];
  /** Who is to look at the session while it is nobody's: the tiers drawn in so far. */
  readonly queue: readonly string[];
  membersOf(group: string): readonly string[];
}

/**
 * Whom an event concerns, and as what. Who did it is not told of it, and nobody is told twice.
 * `session` is the session after the event, or later.
 */
export function noticesOf(
  session: Session,
  event: SessionEvent,
  audience: Audience,
): readonly Notice[] {
  const author = event.by.kind === 'technician' ? event.by.key : null;
  const told = new Set<string | null>([author]);
  return concerned(session, event, audience).filter(({ technician }) => {
    const isNew = !told.has(technician);
    told.add(technician);
    return isNew;
  });
}

function concerned(session: Session, event: SessionEvent, audience: Audience): readonly Notice[] {
  const { assignee } = session;
  switch (event.type) {
    case 'requested':
    case 'transferred':
      return event.assignee === null
        ? each(audience.queue, 'new-work')
        : each([event.assignee], 'assigned');
    case 'tier-drawn':
      return assignee === null ? each(audience.queue, 'new-work') : [];
    case 'offered':
      return each([event.technician], 'offered');
    case 'transfer-offered':
      return each(addressees(event.to, audience), 'transfer-offered');
    case 'transfer-declined':
      return each(listed(assignee), 'transfer-declined');
    case 'collaborator-invited':
      return each([event.technician], 'collaboration');
    case 'taken-over':
      return each(listed(event.from), 'taken-over');
    case 'device-joined':
      return session.origin === 'invitation' ? each(listed(assignee), 'user-arrived') : [];
    case 'user-wrote':
      return each(listed(assignee), 'user-wrote');
    case 'sla-step':
      return each([...listed(assignee), ...audience.managers], 'sla');
    case 'escalated':
      return each([...listed(assignee), ...audience.managers], 'escalated');
    case 'reopened':
      return each(listed(assignee), 'reopened');
    default:
      return [];
  }
}

type TransferTarget = Extract<SessionEvent, { type: 'transfer-offered' }>['to'];

function addressees({ kind, key }: TransferTarget, audience: Audience): readonly string[] {
  if (kind === 'technician') return [key];
  return kind === 'group' ? audience.membersOf(key) : audience.queue;
}

function each(technicians: readonly string[], kind: NoticeKind): readonly Notice[] {
  return technicians.map((technician) => ({ technician, kind }));
}

function listed(technician: string | null): readonly string[] {
  return technician === null ? [] : [technician];
}
