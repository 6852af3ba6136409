import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type {
  CloseCommand,
  CollaborationCommand,
  ConsentCommand,
  EscalateCommand,
  HoldCommand,
  RequestCommand,
  RetargetCommand,
  SessionCommand,
  StartCommand,
  TransferCommand,
} from './domain/session/commands.js';
import type { StoredSession } from './domain/session/completed.js';
import type { Actor, Instant } from './domain/session/vocabulary.js';

/** Which policy decision let the command through, for the audit entry written with its events. */
export interface Grant {
  /** The action of the closed vocabulary that was allowed, such as `session.claim`. */
  readonly action: string;
  /** The hash of the policy set that took the decision. */
  readonly revision: string;
  /** The address that the request came from; kept apart from the record, so that it can be erased. */
  readonly from?: string;
}

/** A command with who sends it and under which grant. The id makes a repeated sending harmless. */
export interface Envelope<C extends SessionCommand = SessionCommand> {
  readonly id: string;
  readonly actor: Actor;
  /** Null where no policy was asked: the desk's own timers, and a user's say over their own session. */
  readonly grant: Grant | null;
  /** The address that a user's command came from, which no grant carries; kept apart like a grant's. */
  readonly from?: string;
  readonly command: C;
}

/** What a command came to: the session's sequence after it. The rows already show it. */
export interface Outcome {
  readonly sequence: number;
}

/**
 * How a session's workflow begins: from the fold of its events. Null is how it began when its request
 * came as its first Update; histories of that time are still replayed.
 */
export interface SupportSessionInput {
  readonly sessionId: string;
  readonly session: StoredSession | null;
  /** When the next step of its promises falls due; absent where whoever starts it does not know. */
  readonly stepAt?: Instant | null;
  /** Whether the desk looks after it by itself; absent where it began before the desk did that. */
  readonly routed?: boolean;
}

type Plain = 'open-link' | 'join-device' | 'lose-device' | 'return-device';
type DeviceCommand = Extract<SessionCommand, { type: Plain }>;

/** Everything that one may say to a session's workflow and get an answer to. */
export const updates = {
  request: defineUpdate<Outcome, [Envelope<RequestCommand>]>('request'),
  device: defineUpdate<Outcome, [Envelope<DeviceCommand>]>('device'),
  claim: defineUpdate<Outcome, [Envelope<Extract<SessionCommand, { type: 'claim' }>>]>('claim'),
  start: defineUpdate<Outcome, [Envelope<StartCommand>]>('start'),
  consent: defineUpdate<Outcome, [Envelope<ConsentCommand>]>('consent'),
  disconnect: defineUpdate<Outcome, [Envelope<Extract<SessionCommand, { type: 'disconnect' }>>]>(
    'disconnect',
  ),
  hold: defineUpdate<Outcome, [Envelope<HoldCommand>]>('hold'),
  close: defineUpdate<
    Outcome,
    [Envelope<CloseCommand | Extract<SessionCommand, { type: 'abandon' }>>]
  >('close'),
  reopen: defineUpdate<Outcome, [Envelope<Extract<SessionCommand, { type: 'reopen' }>>]>('reopen'),
  transfer: defineUpdate<Outcome, [Envelope<TransferCommand>]>('transferNow'),
  decline: defineUpdate<
    Outcome,
    [Envelope<Extract<SessionCommand, { type: 'decline' | 'call-off-transfer' }>>]
  >('decline'),
  collaborate: defineUpdate<Outcome, [Envelope<CollaborationCommand>]>('collaborate'),
  escalate: defineUpdate<Outcome, [Envelope<EscalateCommand>]>('escalateNow'),
  retarget: defineUpdate<Outcome, [Envelope<RetargetCommand>]>('retarget'),
} as const;

/** What timers, other workflows and integrations may raise without waiting for an answer. */
export const signals = {
  transfer: defineSignal<[Envelope<TransferCommand>]>('transfer'),
  escalate: defineSignal<[Envelope<EscalateCommand>]>('escalate'),
  /** Somebody has come free, or the channel's routing has changed. */
  lookAgain: defineSignal('lookAgain'),
  clocks: defineSignal('clocks'),
} as const;

/** The type of the ApplicationFailure that carries a refusal as its only detail. */
export const refusedType = 'refused';

/** The name under which the workflow is registered. */
export const supportSessionType = 'supportSession';

/** The workflow id of a session. */
export function workflowIdOf(sessionId: string): string {
  return `session-${sessionId}`;
}
