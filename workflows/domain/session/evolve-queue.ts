import type { SessionEvent } from './events.js';
import type { Session } from './session.js';

type QueueEvent = Extract<
  SessionEvent,
  {
    type:
      | 'offered'
      | 'offer-declined'
      | 'tier-drawn'
      | 'claimed'
      | 'transfer-offered'
      | 'transfer-declined'
      | 'transferred'
      | 'taken-over';
  }
>;

/** In whose hands the session is after an event that moves it or offers it. */
export function queueAfter(session: Session, event: QueueEvent): Partial<Session> {
  switch (event.type) {
    case 'offered':
      return {
        offer: { technician: event.technician, tier: event.tier, until: event.until },
      };
    case 'offer-declined':
      return { offer: null, declined: withName(session.declined, event.technician) };
    case 'tier-drawn':
      return { tier: event.tier };
    case 'claimed':
      return {
        ...answeredFor,
        ...heldBy(session, event.technician),
        claimedAt: event.at,
      };
    case 'taken-over':
      return { ...answeredFor, ...heldBy(session, event.technician) };
    case 'transfer-offered':
      return { transfer: pendingOf(session, event), offer: null };
    case 'transfer-declined':
      return { transfer: null };
    case 'transferred':
      return moved(session, event);
  }
}

/** What nobody waits for any more once somebody answers for the session. */
const answeredFor = {
  offer: null,
  transfer: null,
  queuedSince: null,
} as const satisfies Partial<Session>;

/** Who answers for the session is no longer beside whoever does. */
function heldBy({ collaborators }: Session, assignee: string | null) {
  const others = collaborators.filter(({ technician }) => technician !== assignee);
  return { assignee, collaborators: others };
}

function pendingOf(
  { channel, assignee, group }: Session,
  event: Extract<QueueEvent, { type: 'transfer-offered' }>,
): Session['transfer'] {
  const { to, warm, until, note, by, askable } = event;
  const from = { channel, assignee, group };
  const pending = { to, channel: event.channel, from, by, warm, until, note };
  return askable ? { ...pending, askable } : pending;
}

function moved(
  session: Session,
  event: Extract<QueueEvent, { type: 'transferred' }>,
): Partial<Session> {
  const { channel, assignee, group = null } = event;
  const place = {
    channel,
    ...heldBy(session, assignee),
    group,
    offer: null,
    // Whoever it comes to begins with a first tier of their own.
    tier: channel === session.channel && group === session.group ? session.tier : 0,
    // A cold transfer has just moved it and still waits for the other side.
    transfer: arrives(session.transfer, event) ? session.transfer : null,
  };
  return { ...place, queuedSince: assignee === null ? event.at : null };
}

/** Whether a session comes to where a cold transfer is taking it. */
function arrives(
  transfer: Session['transfer'],
  { channel, assignee, group }: Extract<QueueEvent, { type: 'transferred' }>,
): boolean {
  if (transfer?.warm !== false || transfer.channel !== channel) return false;
  const { kind, key } = transfer.to;
  const isForThem = assignee === (kind === 'technician' ? key : null);
  return isForThem && (group ?? null) === (kind === 'group' ? key : null);
}

function withName(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names : [...names, name];
}
