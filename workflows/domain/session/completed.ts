import type { Requester, Session } from './session.js';

/** What sessions did not have when the first ones were stored. */
type Later =
  | 'ticket'
  | 'sosCall'
  | 'requesterId'
  | 'group'
  | 'queuedSince'
  | 'tier'
  | 'offer'
  | 'declined'
  | 'transfer'
  | 'collaborators'
  | 'escalations'
  | 'slaSteps'
  | 'claimedAt';

/** A requester as any version has stored them. */
export type StoredRequester = Omit<Requester, 'department'> &
  Partial<Pick<Requester, 'department'>>;

/** A session as any version has stored it. */
export type StoredSession = Omit<Session, Later | 'requester'> &
  Partial<Pick<Session, Later>> & { readonly requester: StoredRequester };

/** Whether a stored session was written by a version that knew all that this one knows. */
export function isComplete(stored: StoredSession): boolean {
  return stored.claimedAt !== undefined;
}

/**
 * A stored session with what its version did not know yet. Only its events tell how long one that was
 * handed back to a queue has been there; here it is taken to have been there from the beginning.
 */
export function completed(stored: StoredSession): Session {
  return {
    ...unknownThen,
    queuedSince: stored.assignee === null ? stored.requestedAt : null,
    ...stored,
    requester: completedRequester(stored.requester),
  };
}

/** A stored requester with what their version did not know yet. */
export function completedRequester(stored: StoredRequester): Requester {
  return { department: null, ...stored };
}

const unknownThen = {
  ticket: null,
  sosCall: null,
  requesterId: null,
  group: null,
  tier: 0,
  offer: null,
  declined: [],
  transfer: null,
  collaborators: [],
  escalations: [],
  slaSteps: [],
  claimedAt: null,
} as const satisfies Partial<Session>;
