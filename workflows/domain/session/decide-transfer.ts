import type { TransferCommand } from './commands.js';
import { type Context, type Decision, endQuestion, refuse } from './decision.js';
import type { SessionFact } from './events.js';
import type { Session, TransferTarget } from './session.js';
import type { ConsentScope, OfferEnding } from './vocabulary.js';

/** Hands the session to a technician, a group or a channel. */
export function decideTransfer(
  session: Session,
  command: TransferCommand,
  { actor, now }: Context,
): Decision {
  const { channel, assignee, group = null, note, offer } = command;
  const isThere =
    channel === session.channel && assignee === session.assignee && group === session.group;
  if (isThere) return refuse('already-there');
  // People settle one transfer before the next; the desk's own rules do not wait for them.
  if (session.transfer && actor.kind !== 'desk') return refuse('transfer-open');
  const settled = session.transfer ? calledOff : [];
  if (!offer) return [...settled, ...moveFacts(session, command)];
  // Where nobody is, nobody stays.
  const warm = offer.warm && session.assignee !== null;
  const until = now + offer.withinMs;
  const offered: SessionFact = {
    type: 'transfer-offered',
    to: targetOf(command),
    channel,
    warm,
    until,
    note,
    ...(command.askable ? { askable: command.askable } : {}),
  };
  return warm ? [...settled, offered] : [...settled, offered, ...coldFacts(session, command)];
}

/** Who offered it takes the offer back. */
export function decideCallOff(session: Session): Decision {
  return session.transfer ? declineTransfer(session, 'called-off') : refuse('no-transfer');
}

/** A transfer came to nothing: what has moved goes back to where it was. */
export function declineTransfer(session: Session, reason: OfferEnding): readonly SessionFact[] {
  const { transfer } = session;
  if (!transfer) return [];
  const declined: SessionFact = { type: 'transfer-declined', reason };
  if (transfer.warm) return [declined];
  const { channel, assignee, group } = transfer.from;
  const back = { channel, assignee, note: null, ...(group === null ? {} : { group }) };
  return [declined, ...coldFacts(session, back)];
}

/** Somebody takes the session into their hands, and the mouse where there is a picture. */
export function takeFacts(
  session: Session,
  taken: Extract<SessionFact, { type: 'claimed' | 'transferred' | 'taken-over' }>,
): readonly SessionFact[] {
  const technician = taken.type === 'transferred' ? taken.assignee : taken.technician;
  const isTheirs = session.assignee === technician;
  const facts = isTheirs ? [taken] : [...endQuestion(session, 'called-off'), taken];
  if (session.state !== 'active' || session.driver.technician === technician) return facts;
  return [...facts, { type: 'driver-changed', technician }];
}

/** What the user has allowed and may not be asked for where the session goes, but for the picture. */
export function scopesLeftBehind(
  { state, consent }: Session,
  askable: readonly ConsentScope[] | undefined,
): readonly ConsentScope[] {
  if (state !== 'active' || !askable) return [];
  return consent.granted.filter((scope) => scope !== 'view' && !askable.includes(scope));
}

/** Where a session goes its user may be asked for less: what they allowed beyond that is taken back. */
export function narrowFacts(
  session: Session,
  askable: readonly ConsentScope[] | undefined,
): readonly SessionFact[] {
  const scopes = scopesLeftBehind(session, askable);
  return scopes.length === 0 ? [] : [{ type: 'consent-withdrawn', scopes, reason: 'channel' }];
}

const calledOff: readonly SessionFact[] = [{ type: 'transfer-declined', reason: 'called-off' }];

type Place = Pick<TransferCommand, 'channel' | 'assignee' | 'group' | 'note' | 'askable'>;

/** For good: into a queue it goes without its picture, for nobody is left to answer for that. */
function moveFacts(session: Session, place: Place): readonly SessionFact[] {
  const facts = [...endQuestion(session, 'called-off'), transferredTo(place)];
  if (session.state !== 'active') return facts;
  return place.assignee === null
    ? [...facts, { type: 'disconnected', reason: 'handed-over' }]
    : [...facts, ...narrowFacts(session, place.askable), mouseTo(place.assignee)];
}

/** Until it is accepted: the picture stays, and nobody drives while it is nobody's. */
function coldFacts(session: Session, place: Place): readonly SessionFact[] {
  const facts = [...endQuestion(session, 'called-off'), transferredTo(place)];
  if (session.state !== 'active') return facts;
  return [...facts, ...narrowFacts(session, place.askable), mouseTo(place.assignee)];
}

function mouseTo(technician: string | null): SessionFact {
  return { type: 'driver-changed', technician };
}

function transferredTo({ channel, assignee, group, note }: Place): SessionFact {
  const moved = { type: 'transferred', channel, assignee, note } as const;
  return group === undefined ? moved : { ...moved, group };
}

function targetOf({ channel, assignee, group }: TransferCommand): TransferTarget {
  if (assignee !== null) return { kind: 'technician', key: assignee };
  if (group !== undefined) return { kind: 'group', key: group };
  return { kind: 'channel', key: channel };
}
