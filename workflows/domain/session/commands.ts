import type { DueStep } from '../sla/clock.js';
import type { BoundDevice, GuestPass, Requester, SessionTerms } from './session.js';
import type {
  ChosenOutcome,
  ConsentScope,
  DeviceKind,
  HoldReason,
  Origin,
  Priority,
} from './vocabulary.js';

/** What can be asked of a session. Who asks stands in the envelope, never in the command. */
export type SessionCommand =
  | RequestCommand
  | { readonly type: 'open-link' }
  | { readonly type: 'join-device'; readonly deviceId: string; readonly kind: DeviceKind }
  | { readonly type: 'lose-device' }
  | { readonly type: 'return-device' }
  | OfferCommand
  | { readonly type: 'draw-tier'; readonly tier: number }
  | { readonly type: 'claim' }
  | { readonly type: 'decline' }
  | StartCommand
  | ConsentCommand
  | { readonly type: 'disconnect' }
  | HoldCommand
  | { readonly type: 'wrote'; readonly side: 'user' | 'technician' }
  | TransferCommand
  | { readonly type: 'call-off-transfer' }
  | CollaborationCommand
  | EscalateCommand
  | CloseCommand
  | { readonly type: 'abandon' }
  | { readonly type: 'reopen' }
  | { readonly type: 'lapse' }
  | SlaStepCommand
  | RetargetCommand;

export interface RequestCommand {
  readonly type: 'request';
  readonly sessionId: string;
  readonly origin: Origin;
  /** The reference of another system, such as a ticket's number. */
  readonly ticket: string | null;
  /** The key of the SOS Call that it comes by. */
  readonly sosCall: string | null;
  /** The requester in the directory. */
  readonly requesterId: string | null;
  /** The device that asks, where one does: it is bound at once, and the session ready. */
  readonly device: BoundDevice | null;
  readonly subject: string;
  readonly channel: string;
  readonly priority: Priority;
  readonly requester: Requester;
  readonly assignee: string | null;
  /** How long the link works, in milliseconds. */
  readonly lifetimeMs: number;
  readonly terms: SessionTerms;
}

/** A share of a promise is used up: the desk does what the policy says of it, once. */
export interface SlaStepCommand {
  readonly type: 'sla-step';
  readonly step: DueStep;
}

/** Give one clock of this session another target, on purpose. */
export interface RetargetCommand {
  readonly type: 'retarget';
  readonly clock: string;
  /** Whole seconds. */
  readonly target: number;
}

/** Ask the user for the screen: the first question, or a further one while active. */
export interface StartCommand {
  readonly type: 'start';
  readonly questionId: string;
  readonly scopes: readonly ConsentScope[];
}

/** The user's word on consent. */
export type ConsentCommand =
  | {
      readonly type: 'consent';
      readonly answer: 'grant';
      readonly questionId: string;
      readonly scopes: readonly ConsentScope[];
    }
  | { readonly type: 'consent'; readonly answer: 'refuse'; readonly questionId: string }
  | {
      readonly type: 'consent';
      readonly answer: 'withdraw';
      readonly scopes: readonly ConsentScope[];
    };

/** Put the session on hold, or take it off. */
export type HoldCommand =
  { readonly type: 'hold'; readonly reason: HoldReason } | { readonly type: 'resume' };

/** Offer a session that nobody answers for to a technician, for a time. */
export interface OfferCommand {
  readonly type: 'offer';
  readonly technician: string;
  readonly tier: number;
  readonly withinMs: number;
}

/**
 * Move the session to a technician, to a group's turn or to a channel's queue. With a time to accept
 * in, it goes back to where it was when nobody does; without, it is moved for good.
 */
export interface TransferCommand {
  readonly type: 'transfer';
  readonly channel: string;
  readonly assignee: string | null;
  readonly note: string | null;
  readonly group?: string;
  readonly offer?: TransferOffer;
  /** What users may be asked for where it goes: the rest of what the user allowed is taken back. Absent, nothing is. */
  readonly askable?: readonly ConsentScope[];
}

/** How the other side is asked: warm, so that the first stays until they accept, or cold. */
export interface TransferOffer {
  readonly warm: boolean;
  readonly withinMs: number;
}

/** Who else is in the session, and who of them holds the mouse. */
export type CollaborationCommand =
  | {
      readonly type: 'invite-collaborator';
      readonly technician: string;
      readonly guest: GuestPass | null;
    }
  /** By whom was asked in. */
  | { readonly type: 'join' }
  /** Of one's own accord, where the policy lets one. */
  | { readonly type: 'come-in' }
  | { readonly type: 'leave'; readonly technician: string }
  | { readonly type: 'give-mouse'; readonly technician: string }
  | { readonly type: 'take-over' };

/** Raise the session one level; a rule does so once. */
export interface EscalateCommand {
  readonly type: 'escalate';
  readonly reason: string | null;
  readonly rule?: string;
}

export interface CloseCommand {
  readonly type: 'close';
  readonly outcome: ChosenOutcome;
  readonly remark: string | null;
}
