import type { DueStep } from '../sla/clock.js';
import type { BoundDevice, Requester, SessionTerms } from './session.js';
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
  | { readonly type: 'claim' }
  | StartCommand
  | ConsentCommand
  | { readonly type: 'disconnect' }
  | HoldCommand
  | { readonly type: 'wrote'; readonly side: 'user' | 'technician' }
  | TransferCommand
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

/** Move the assignment to a technician, or to a channel's queue when no technician is named. */
export interface TransferCommand {
  readonly type: 'transfer';
  readonly channel: string;
  readonly assignee: string | null;
  readonly note: string | null;
}

/** Raise the session one level. */
export interface EscalateCommand {
  readonly type: 'escalate';
  readonly reason: string | null;
}

export interface CloseCommand {
  readonly type: 'close';
  readonly outcome: ChosenOutcome;
  readonly remark: string | null;
}
