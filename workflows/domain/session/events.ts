import type { StepAction } from '../sla/clock.js';
import type { StoredRequester } from './completed.js';
import type { GuestPass, SessionTerms, TransferTarget } from './session.js';
import type {
  Actor,
  CloseOutcome,
  ConsentScope,
  DeviceKind,
  HoldReason,
  Instant,
  Leaving,
  OfferEnding,
  Origin,
  Priority,
} from './vocabulary.js';

/** What can happen to a session: the closed vocabulary that rows, clocks and reports are made of. */
export type SessionFact =
  | {
      readonly type: 'requested';
      readonly sessionId: string;
      readonly origin: Origin;
      /** This and the next two are absent in what the first version recorded. */
      readonly ticket?: string | null;
      readonly sosCall?: string | null;
      readonly requesterId?: string | null;
      readonly subject: string;
      readonly channel: string;
      readonly priority: Priority;
      readonly requester: StoredRequester;
      readonly assignee: string | null;
      readonly startBy: Instant;
      readonly terms: SessionTerms;
    }
  | { readonly type: 'link-opened' }
  | { readonly type: 'device-joined'; readonly deviceId: string; readonly kind: DeviceKind }
  | { readonly type: 'device-lost'; readonly reconnectBy: Instant | null }
  | { readonly type: 'device-returned' }
  | {
      readonly type: 'offered';
      readonly technician: string;
      readonly tier: number;
      readonly until: Instant;
    }
  | {
      readonly type: 'offer-declined';
      readonly technician: string;
      readonly reason: OfferEnding;
    }
  | { readonly type: 'tier-drawn'; readonly tier: number }
  | { readonly type: 'claimed'; readonly technician: string }
  | { readonly type: 'answered' }
  | {
      readonly type: 'consent-asked';
      readonly questionId: string;
      readonly scopes: readonly ConsentScope[];
      readonly until: Instant;
    }
  | {
      readonly type: 'consent-granted';
      readonly questionId: string;
      readonly scopes: readonly ConsentScope[];
    }
  | {
      readonly type: 'consent-refused';
      readonly questionId: string;
      readonly reason: 'refused' | 'no-answer' | 'device-lost' | 'called-off';
    }
  | {
      readonly type: 'consent-withdrawn';
      readonly scopes: readonly ConsentScope[];
      /** The session came to a channel in which it may not be asked for; absent where the user took it back. */
      readonly reason?: 'channel';
    }
  | { readonly type: 'connected' }
  | {
      readonly type: 'disconnected';
      readonly reason: 'technician' | 'user' | 'device-lost' | 'handed-over';
    }
  | { readonly type: 'driver-changed'; readonly technician: string | null }
  | { readonly type: 'held'; readonly reason: HoldReason }
  | { readonly type: 'resumed' }
  | {
      readonly type: 'sla-step';
      readonly clock: string;
      /** Which promise of a clock that repeats, counted from 1. */
      readonly turn: number;
      /** How much of the target was used up, in per cent. */
      readonly percent: number;
      readonly dueAt: Instant;
      readonly action: StepAction;
    }
  | { readonly type: 'retargeted'; readonly clock: string; readonly target: number }
  | { readonly type: 'user-wrote' }
  | { readonly type: 'technician-wrote' }
  | {
      readonly type: 'transfer-offered';
      readonly to: TransferTarget;
      readonly channel: string;
      readonly warm: boolean;
      readonly until: Instant;
      readonly note: string | null;
      /** What users may be asked for there; absent where nobody said. */
      readonly askable?: readonly ConsentScope[];
    }
  | { readonly type: 'transfer-declined'; readonly reason: OfferEnding }
  | {
      readonly type: 'transferred';
      readonly channel: string;
      readonly assignee: string | null;
      /** Absent where it went to no group. */
      readonly group?: string;
      readonly note: string | null;
    }
  | {
      readonly type: 'collaborator-invited';
      readonly technician: string;
      readonly guest: GuestPass | null;
    }
  | { readonly type: 'collaborator-joined'; readonly technician: string }
  | { readonly type: 'collaborator-left'; readonly technician: string; readonly reason: Leaving }
  | { readonly type: 'taken-over'; readonly technician: string; readonly from: string | null }
  | {
      readonly type: 'escalated';
      readonly level: number;
      readonly reason: string | null;
      /** The rule that did it; absent where a person did. */
      readonly rule?: string;
    }
  | { readonly type: 'priority-changed'; readonly priority: Priority }
  | { readonly type: 'closed'; readonly outcome: CloseOutcome; readonly remark: string | null }
  | { readonly type: 'abandoned' }
  | { readonly type: 'reopened' }
  | { readonly type: 'expired' };

export type SessionEventType = SessionFact['type'];

/** A fact with its place in the session's order, its instant and who caused it. */
export type SessionEvent = SessionFact & {
  readonly sequence: number;
  readonly at: Instant;
  readonly by: Actor;
};

/** Every event type there is, in the order of a session's life; the database knows no others. */
export const sessionEventTypes = [
  'requested',
  'link-opened',
  'device-joined',
  'device-lost',
  'device-returned',
  'offered',
  'offer-declined',
  'tier-drawn',
  'claimed',
  'answered',
  'consent-asked',
  'consent-granted',
  'consent-refused',
  'consent-withdrawn',
  'connected',
  'disconnected',
  'driver-changed',
  'held',
  'resumed',
  'user-wrote',
  'technician-wrote',
  'transfer-offered',
  'transfer-declined',
  'transferred',
  'collaborator-invited',
  'collaborator-joined',
  'collaborator-left',
  'taken-over',
  'escalated',
  'priority-changed',
  'sla-step',
  'retargeted',
  'closed',
  'abandoned',
  'reopened',
  'expired',
] as const satisfies readonly SessionEventType[];
