import type { Actor } from '../session/vocabulary.js';
import type { DeskNoticeKind } from './desk-notices.js';

/** What was done with a proposed change of the policy, and how the proposal stands by now. */
export interface PolicyDeed {
  readonly did: 'proposed' | 'vouched' | 'put-in-force' | 'rejected' | 'withdrawn';
  readonly by: Actor;
  /** Null for files on disk that nobody has vouched for. */
  readonly proposedBy: string | null;
  readonly isOpen: boolean;
}

/** Somebody who is told of a deed, and as what. */
export interface PolicyNews {
  readonly technician: string;
  readonly kind: DeskNoticeKind;
}

/**
 * Whom a deed concerns: whoever may approve a change learns that it waits, whoever proposed it what
 * became of it, and nobody of what they did themselves.
 */
export function policyNews(deed: PolicyDeed, approvers: readonly string[]): readonly PolicyNews[] {
  const { by } = deed;
  const author = by.kind === 'technician' ? by.key : null;
  return concerned(deed, approvers).filter(({ technician }) => technician !== author);
}

function concerned(deed: PolicyDeed, approvers: readonly string[]): readonly PolicyNews[] {
  const { proposedBy } = deed;
  if (waits(deed)) {
    return approvers
      .filter((technician) => technician !== proposedBy)
      .map((technician) => ({ technician, kind: 'policy-proposed' }));
  }
  const kind = outcomeOf[deed.did];
  return proposedBy === null || kind === null ? [] : [{ technician: proposedBy, kind }];
}

/** Whether a change waits since this deed; files from disk wait anew once somebody answers for them. */
function waits({ did, by, proposedBy, isOpen }: PolicyDeed): boolean {
  if (!isOpen) return false;
  return did === 'vouched' || (did === 'proposed' && (by.kind === 'technician' || !proposedBy));
}

const outcomeOf = {
  proposed: null,
  vouched: null,
  'put-in-force': 'policy-approved',
  rejected: 'policy-declined',
  withdrawn: 'policy-declined',
} as const;
