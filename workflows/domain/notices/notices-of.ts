import type { SessionEvent } from '../session/events.js';
import { hasEnded, type Session } from '../session/session.js';
import { type AudienceOf, drawnIn, firstIn, newlyDrawnIn } from './audience.js';
import type { NoticeKind } from './notice-kinds.js';

/** Somebody who is to be told of something. */
export interface Notice {
  readonly technician: string;
  readonly kind: NoticeKind;
}

/**
 * Whom an event concerns, and as what. Who did it is not told of it, and nobody is told twice.
 * `session` is the session after the event, or later.
 */
export function noticesOf(
  session: Session,
  event: SessionEvent,
  audienceOf: AudienceOf,
): readonly Notice[] {
  const author = event.by.kind === 'technician' ? event.by.key : null;
  const told = new Set<string | null>([author]);
  return concerned(session, event, audienceOf).filter(({ technician }) => {
    const isNew = !told.has(technician);
    told.add(technician);
    return isNew;
  });
}

function concerned(
  session: Session,
  event: SessionEvent,
  audienceOf: AudienceOf,
): readonly Notice[] {
  const { assignee, channel } = session;
  switch (event.type) {
    case 'requested':
    case 'transferred':
      return event.assignee === null
        ? each(queueFor(session, audienceOf), 'new-work')
        : each(newHands(session, event.assignee), 'assigned');
    case 'tier-drawn':
      return each(drawnFor(session, event.tier, audienceOf), 'new-work');
    case 'offered':
      return each([event.technician], 'offered');
    case 'transfer-offered':
      return each(addressees(event, audienceOf), 'transfer-offered');
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
      return each([...listed(assignee), ...audienceOf(channel).managers], 'sla');
    case 'escalated':
      return [
        ...each([...listed(assignee), ...audienceOf(channel).managers], 'escalated'),
        ...each(drawnFor(session, session.tier, audienceOf), 'new-work'),
      ];
    case 'reopened':
      return each(listed(assignee), 'reopened');
    default:
      return [];
  }
}

/** Whoever is to look at a session that is nobody's still. */
function queueFor(session: Session, audienceOf: AudienceOf): readonly string[] {
  return isOpenWork(session) ? drawnIn(audienceOf(session.channel), session) : [];
}

function drawnFor(session: Session, tier: number, audienceOf: AudienceOf): readonly string[] {
  return isOpenWork(session) ? newlyDrawnIn(audienceOf(session.channel), session, tier) : [];
}

function isOpenWork(session: Session): boolean {
  return session.assignee === null && !hasEnded(session);
}

/** Who was asked whether they take it, and has not said yet, knows already. */
function newHands({ transfer }: Session, assignee: string): readonly string[] {
  const isAsked = transfer?.warm === false && transfer.to.key === assignee;
  return isAsked ? [] : [assignee];
}

type TransferOffered = Extract<SessionEvent, { type: 'transfer-offered' }>;

/** What moves before it is accepted is work in the queue that it has come to, and told as that. */
function addressees(
  { to, channel, warm }: TransferOffered,
  audienceOf: AudienceOf,
): readonly string[] {
  if (to.kind === 'technician') return [to.key];
  return warm ? firstIn(audienceOf(channel), to.kind === 'group' ? to.key : null) : [];
}

function each(technicians: readonly string[], kind: NoticeKind): readonly Notice[] {
  return technicians.map((technician) => ({ technician, kind }));
}

function listed(technician: string | null): readonly string[] {
  return technician === null ? [] : [technician];
}
