import type { CloseCommand, RequestCommand, SessionCommand } from './commands.js';
import { nextDeadline } from './deadline.js';
import { decideConsent, decideDisconnect, decideStart } from './decide-consent.js';
import { decideCollaboration, leaveFacts } from './decide-collaboration.js';
import { decideJoin, decideLose, decideReturn } from './decide-device.js';
import { decideSlaStep } from './decide-sla-step.js';
import {
  decideClaim,
  decideDecline,
  decideDrawTier,
  decideEscalate,
  decideOffer,
} from './decide-queue.js';
import { decideCallOff, declineTransfer, decideTransfer } from './decide-transfer.js';
import { type Context, type Decision, endQuestion, isRefusal, refuse } from './decision.js';
import type { SessionFact } from './events.js';
import { hasEnded, type Session } from './session.js';
import type { HoldReason, Instant } from './vocabulary.js';

/**
 * What a command would do to a session: the facts that follow, none when it is already so, or a
 * refusal. Pure: the same session, command, actor and instant always give the same decision.
 */
export function decide(
  session: Session | null,
  command: SessionCommand,
  context: Context,
): Decision {
  if (command.type === 'request') {
    return session ? refuse('session-exists') : requested(command, context.now);
  }
  if (!session) return refuse('session-unknown');
  if (command.type === 'reopen') return decideReopen(session, context.now);
  if (command.type === 'join-device') return decideJoin(session, command);
  if (hasEnded(session)) return refuse('session-ended');
  return isAcceptance(session, command, context)
    ? accepting(decideOpen({ ...session, transfer: null }, command, context), context)
    : decideOpen(session, command, context);
}

/** Who was handed a session and works on it has accepted it. */
function isAcceptance(
  { transfer, assignee }: Session,
  { type }: SessionCommand,
  { actor }: Context,
) {
  const isHanded = transfer?.warm === false && actor.kind === 'technician';
  return isHanded && assignee === actor.key && !answersToTransfer.has(type);
}

const answersToTransfer: ReadonlySet<SessionCommand['type']> = new Set<SessionCommand['type']>([
  'claim',
  'decline',
  'call-off-transfer',
]);

function accepting(decision: Decision, { actor }: Context): Decision {
  if (isRefusal(decision) || decision.length === 0 || actor.kind !== 'technician') return decision;
  return [{ type: 'claimed', technician: actor.key }, ...decision];
}

type OpenCommand = Exclude<SessionCommand, { type: 'request' | 'reopen' | 'join-device' }>;

function decideOpen(session: Session, command: OpenCommand, context: Context): Decision {
  switch (command.type) {
    case 'open-link':
      return session.linkOpenedAt === null ? [{ type: 'link-opened' }] : [];
    case 'lose-device':
      return decideLose(session, context.now);
    case 'return-device':
      return decideReturn(session);
    case 'offer':
      return decideOffer(session, command, context);
    case 'draw-tier':
      return decideDrawTier(session, command.tier);
    case 'claim':
      return decideClaim(session, context);
    case 'decline':
      return decideDecline(session, context);
    case 'start':
      return decideStart(session, command, context);
    case 'consent':
      return decideConsent(session, command);
    case 'disconnect':
      return decideDisconnect(session);
    case 'hold':
      return decideHold(session, command.reason);
    case 'resume':
      return session.hold === null ? refuse('not-on-hold') : [{ type: 'resumed' }];
    case 'wrote':
      return session.lastWord === command.side ? [] : [{ type: `${command.side}-wrote` }];
    case 'transfer':
      return decideTransfer(session, command, context);
    case 'call-off-transfer':
      return decideCallOff(session);
    case 'invite-collaborator':
    case 'join':
    case 'come-in':
    case 'leave':
    case 'give-mouse':
    case 'take-over':
      return decideCollaboration(session, command, context);
    case 'escalate':
      return decideEscalate(session, command);
    case 'close':
      return decideClose(session, command);
    case 'abandon':
      return [...endQuestion(session, 'called-off'), { type: 'abandoned' }];
    case 'lapse':
      return decideLapse(session, context.now);
    case 'sla-step':
      return decideSlaStep(session, command.step);
    case 'retarget':
      return [{ type: 'retargeted', clock: command.clock, target: command.target }];
  }
}

function requested(command: RequestCommand, now: Instant): readonly SessionFact[] {
  const { lifetimeMs, device, ...request } = command;
  const begun: SessionFact = { ...request, type: 'requested', startBy: now + lifetimeMs };
  if (!device) return [begun];
  return [begun, { type: 'device-joined', deviceId: device.id, kind: device.kind }];
}

function decideHold(session: Session, reason: HoldReason): Decision {
  return session.hold === reason ? refuse('already-on-hold') : [{ type: 'held', reason }];
}

function decideClose(session: Session, command: CloseCommand): Decision {
  const { outcome, remark } = command;
  if (outcome === 'withdrawn' && session.connectedAt !== null) return refuse('only-before-start');
  return [...endQuestion(session, 'called-off'), { type: 'closed', outcome, remark }];
}

function decideReopen(session: Session, now: Instant): Decision {
  if (session.state === 'expired') return refuse('session-ended');
  if (!session.ending) return refuse('session-not-ended');
  if (now > session.ending.at + session.terms.reopenWindowMs) return refuse('reopen-too-late');
  return session.device ? [{ type: 'reopened' }] : refuse('device-absent');
}

function decideLapse(session: Session, now: Instant): Decision {
  const deadline = nextDeadline(session);
  if (!deadline || deadline.at > now) return refuse('not-due');
  switch (deadline.kind) {
    case 'expire':
      return [{ type: 'expired' }];
    case 'consent-lapse':
      return endQuestion(session, 'no-answer');
    case 'reconnect-lapse':
      return [{ type: 'disconnected', reason: 'device-lost' }];
    case 'offer-lapse':
      return offerLapse(session);
    case 'transfer-lapse':
      return declineTransfer(session, 'no-answer');
    case 'guest-lapse':
      return leaveFacts(session, deadline.about ?? '', 'time-over');
  }
}

function offerLapse({ offer }: Session): readonly SessionFact[] {
  if (!offer) return [];
  return [{ type: 'offer-declined', technician: offer.technician, reason: 'no-answer' }];
}
