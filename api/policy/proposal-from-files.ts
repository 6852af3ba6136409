import { randomUUID } from 'node:crypto';
import type { DecisionStore } from '../../activities/policy/decision-store.js';
import type { HistoryEntry } from '../../activities/policy/policy-store.js';
import type { NewProposal } from '../../activities/policy/proposal-store.js';
import type { PolicyInForce } from '../../policies/policy-in-force.js';
import type { PolicySet } from '../../policies/policy-set.js';
import { findingsOf, usualReplayMs } from './findings.js';
import { storedSet } from './stored-set.js';

/** What a proposal from disk is made with. */
export interface ProposalSources {
  readonly decisions: Pick<DecisionStore, 'since'>;
  readonly inForce: Pick<PolicyInForce, 'authorizer'>;
  readonly now: () => number;
}

/** Changed files as a proposal that nobody has vouched for yet. */
export async function proposalFromFiles(
  { decisions, inForce, now }: ProposalSources,
  set: PolicySet,
  { digest: base }: HistoryEntry,
): Promise<NewProposal> {
  const since = now() - usualReplayMs;
  return {
    id: randomUUID(),
    set: storedSet(set),
    base,
    source: 'files',
    title: 'Changed files of the policy',
    proposedBy: null,
    findings: await findingsOf(decisions, inForce.authorizer, set, since),
  };
}
