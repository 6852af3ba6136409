import type { Action } from '../policy/actions.js';
import type {
  Actor,
  CloseOutcome,
  Connection,
  ConsentScope,
  ConsentStatus,
  DeviceKind,
  HoldReason,
  Instant,
  Origin,
  Priority,
  SessionState,
} from './vocabulary.js';

/** Who asked for help. */
export interface Requester {
  readonly name: string;
  /** A mail address, or null: a link can also be handed over by other means. */
  readonly address: string | null;
  /** A BCP 47 language tag, or null when nobody said. */
  readonly language: string | null;
  /** The customer whom a service provider's requester belongs to, or null. */
  readonly customer: string | null;
  /** Where they work, in their own words, or null when nobody said. */
  readonly department: string | null;
}

/** The device bound to the session: the first one that used the link. */
export interface BoundDevice {
  readonly id: string;
  readonly kind: DeviceKind;
}

/** A question for consent that waits for the person's answer. */
export interface ConsentQuestion {
  readonly id: string;
  readonly scopes: readonly ConsentScope[];
  readonly by: string;
  /** No answer until then is a no. */
  readonly until: Instant;
}

/** What the user allowed, and what is being asked. */
export interface Consent {
  readonly status: ConsentStatus;
  readonly granted: readonly ConsentScope[];
  readonly question: ConsentQuestion | null;
  /** What the channel that the session has come to took back, until the user's next word; absent where it took nothing. */
  readonly narrowed?: readonly ConsentScope[];
}

/** Who holds the mouse. The epoch grows with every change, so that old input is told from new. */
export interface Driver {
  readonly technician: string | null;
  readonly epoch: number;
}

/** How the session ended, by whom and with what remark. */
export interface Ending {
  readonly outcome: CloseOutcome;
  readonly by: Actor;
  readonly remark: string | null;
  readonly at: Instant;
}

/** The times that a channel gives its sessions, copied at the request so that later edits change nothing. */
export interface SessionTerms {
  /** How long after loss a device may come back into the running session, in milliseconds. */
  readonly reconnectGraceMs: number;
  /** How long a question for consent stays open, in milliseconds. */
  readonly consentTimeoutMs: number;
  /** How long after its end a session may be reopened, in milliseconds. */
  readonly reopenWindowMs: number;
}

/** A session that is offered to a technician, who accepts by claiming it. */
export interface Offer {
  readonly technician: string;
  /** Which tier of the channel they were found in; 0 is the first. */
  readonly tier: number;
  /** No answer until then is a no. */
  readonly until: Instant;
}

/** Whom a session is handed to. */
export interface TransferTarget {
  readonly kind: 'technician' | 'group' | 'channel';
  readonly key: string;
}

/** In whose hands a session is: what a transfer changes, and what its return restores. */
export interface Post {
  readonly channel: string;
  readonly assignee: string | null;
  readonly group: string | null;
}

/** A transfer that waits for the other side. A warm one has not moved yet, a cold one already has. */
export interface PendingTransfer {
  readonly to: TransferTarget;
  readonly channel: string;
  /** Where the session goes back to when nobody accepts. */
  readonly from: Post;
  readonly by: Actor;
  readonly warm: boolean;
  readonly until: Instant;
  readonly note: string | null;
  /** What users may be asked for where it goes; absent where nobody said. */
  readonly askable?: readonly ConsentScope[];
}

/** What somebody from outside the channel may do in this session, and until when. */
export interface GuestPass {
  readonly actions: readonly Action[];
  readonly until: Instant;
}

/** A technician beside the assignee. */
export interface Collaborator {
  readonly technician: string;
  readonly by: Actor;
  readonly invitedAt: Instant;
  /** Null for somebody whom the policy lets work in the channel anyway. */
  readonly guest: GuestPass | null;
  /** Null until they have come. */
  readonly joinedAt: Instant | null;
}

/** A support session as the fold of its events; also the document behind the session's row. */
export interface Session {
  readonly id: string;
  /** The number of events folded; the next event's sequence is one more. */
  readonly sequence: number;
  readonly state: SessionState;
  readonly origin: Origin;
  /** The reference of another system, such as a ticket's number, or null. */
  readonly ticket: string | null;
  /** The key of the SOS Call that it came by, or null. */
  readonly sosCall: string | null;
  /** The requester in the directory, or null where they are in none. */
  readonly requesterId: string | null;
  readonly subject: string;
  readonly channel: string;
  readonly priority: Priority;
  readonly level: number;
  readonly requester: Requester;
  readonly createdBy: Actor;
  readonly assignee: string | null;
  /** The group whose members come first while nobody answers for it, or null. */
  readonly group: string | null;
  /** Since when nobody has answered for it, or null while somebody does. */
  readonly queuedSince: Instant | null;
  /** How many tiers were drawn in beside the first. */
  readonly tier: number;
  readonly offer: Offer | null;
  /** Who declined it or let it pass: it is not offered to them again. */
  readonly declined: readonly string[];
  readonly transfer: PendingTransfer | null;
  readonly collaborators: readonly Collaborator[];
  /** The steps of promises that were taken; each is once. */
  readonly slaSteps: readonly string[];
  /** The rules that have escalated it; each does so once. */
  readonly escalations: readonly string[];
  readonly connection: Connection;
  readonly device: BoundDevice | null;
  readonly consent: Consent;
  readonly driver: Driver;
  readonly hold: HoldReason | null;
  readonly terms: SessionTerms;
  /** Until when the session may be started; null once it was, for expiry never ends a running session. */
  readonly startBy: Instant | null;
  /** Until when a lost device may return to the running session, or null. */
  readonly reconnectBy: Instant | null;
  readonly requestedAt: Instant;
  readonly linkOpenedAt: Instant | null;
  readonly readyAt: Instant | null;
  /** When somebody last took it out of a queue, or accepted it. */
  readonly claimedAt: Instant | null;
  readonly answeredAt: Instant | null;
  /** The first time that a picture was allowed. */
  readonly connectedAt: Instant | null;
  /** Since when the session has been in its present state. */
  readonly stateSince: Instant;
  /** Whose word was last in the chat, or null before the first. */
  readonly lastWord: 'user' | 'technician' | null;
  readonly ending: Ending | null;
}

/** Somebody's part in the session beside its assignee, or null. */
export function collaboratorIn(
  { collaborators }: Pick<Session, 'collaborators'>,
  technician: string,
): Collaborator | null {
  return collaborators.find((one) => one.technician === technician) ?? null;
}

/** Whether somebody is in the session beside its assignee. */
export function hasJoined(session: Pick<Session, 'collaborators'>, technician: string): boolean {
  return (collaboratorIn(session, technician)?.joinedAt ?? null) !== null;
}

/** Whether the session has ended and no timer of it runs any more. */
export function hasEnded(session: Session): boolean {
  return session.state === 'closed' || session.state === 'expired';
}
