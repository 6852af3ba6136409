import type { EscalateCommand, OfferCommand } from './commands.js';
import { declineTransfer, narrowFacts, takeFacts } from './decide-transfer.js';
import { type Context, type Decision, refuse } from './decision.js';
import type { PendingTransfer, Session } from './session.js';
import { topLevel } from './vocabulary.js';

/** The desk offers the session to one technician; one offer at a time, and to nobody twice. */
export function decideOffer(session: Session, command: OfferCommand, { now }: Context): Decision {
  const { technician, tier, withinMs } = command;
  if (session.assignee !== null) return refuse('already-claimed', session.assignee);
  if (session.state === 'waiting' || session.hold !== null) return refuse('not-ready');
  if (session.offer) return refuse('already-offered', session.offer.technician);
  if (session.declined.includes(technician)) return refuse('not-offered', technician);
  return [{ type: 'offered', technician, tier, until: now + withinMs }];
}

/** The desk draws in the next tier of the channel. */
export function decideDrawTier(session: Session, tier: number): Decision {
  if (session.assignee !== null) return refuse('already-claimed', session.assignee);
  return tier > session.tier ? [{ type: 'tier-drawn', tier }] : [];
}

/** A technician takes the session: out of the queue, as it was offered, or as it is handed to them. */
export function decideClaim(session: Session, { actor }: Context): Decision {
  if (actor.kind !== 'technician') return refuse('not-assignee');
  const { transfer, assignee } = session;
  if (transfer?.warm) return decideAcceptance(session, transfer, actor.key);
  const isHandedToActor = transfer !== null && assignee === actor.key;
  if (assignee !== null && !isHandedToActor) return refuse('already-claimed', assignee);
  return takeFacts(session, { type: 'claimed', technician: actor.key });
}

function decideAcceptance(
  session: Session,
  { to, channel, note, askable }: PendingTransfer,
  technician: string,
): Decision {
  const isOthers = to.kind === 'technician' && to.key !== technician;
  if (isOthers || session.assignee === technician) {
    return refuse('already-claimed', session.assignee);
  }
  const moved = { type: 'transferred', channel, assignee: technician, note } as const;
  return [...takeFacts(session, moved), ...narrowFacts(session, askable)];
}

/** Whoever is offered the session says no. */
export function decideDecline(session: Session, { actor }: Context): Decision {
  if (actor.kind !== 'technician') return refuse('not-offered');
  const { offer, transfer } = session;
  if (offer?.technician === actor.key) {
    return [{ type: 'offer-declined', technician: actor.key, reason: 'declined' }];
  }
  if (transfer?.to.kind === 'technician' && transfer.to.key === actor.key) {
    return declineTransfer(session, 'declined');
  }
  return refuse('not-offered');
}

/** One level up. A rule does so once, and is noted also where there is no higher level. */
export function decideEscalate(session: Session, { reason, rule }: EscalateCommand): Decision {
  if (rule === undefined) {
    if (session.level >= topLevel) return refuse('top-level');
    return [{ type: 'escalated', level: session.level + 1, reason }];
  }
  if (session.escalations.includes(rule)) return [];
  const level = Math.min(topLevel, session.level + 1);
  return [{ type: 'escalated', level, reason, rule }];
}
