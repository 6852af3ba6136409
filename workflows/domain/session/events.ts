import type { Requester, SessionTerms } from './session.js';
import type {
  Actor,
  CloseOutcome,
  ConsentScope,
  DeviceKind,
  HoldReason,
  Instant,
  Priority,
} from './vocabulary.js';

/** What can happen to a session: the closed vocabulary that rows, clocks and reports are made of. */
export type SessionFact =
  | {
      readonly type: 'requested';
      readonly sessionId: string;
      readonly origin: 'invitation';
      readonly subject: string;
      readonly channel: string;
      readonly priority: Priority;
      readonly requester: Requester;
      readonly assignee: string | null;
      readonly startBy: Instant;
      readonly terms: SessionTerms;
    }
  | { readonly type: 'link-opened' }
  | { readonly type: 'device-joined'; readonly deviceId: string; readonly kind: DeviceKind }
  | { readonly type: 'device-lost'; readonly reconnectBy: Instant | null }
  | { readonly type: 'device-returned' }
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
  | { readonly type: 'consent-withdrawn'; readonly scopes: readonly ConsentScope[] }
  | { readonly type: 'connected' }
  | {
      readonly type: 'disconnected';
      readonly reason: 'technician' | 'user' | 'device-lost' | 'handed-over';
    }
  | { readonly type: 'driver-changed'; readonly technician: string | null }
  | { readonly type: 'held'; readonly reason: HoldReason }
  | { readonly type: 'resumed' }
  | { readonly type: 'user-wrote' }
  | { readonly type: 'technician-wrote' }
  | {
      readonly type: 'transferred';
      readonly channel: string;
      readonly assignee: string | null;
      readonly note: string | null;
    }
  | { readonly type: 'escalated'; readonly level: number; readonly reason: string | null }
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
  'transferred',
  'escalated',
  'closed',
  'abandoned',
  'reopened',
  'expired',
] as const satisfies readonly SessionEventType[];
