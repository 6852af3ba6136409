import type { DecisionStore } from '../../activities/policy/decision-store.js';
import { recordedDecision } from '../../activities/policy/recorded-decision.js';
import { createAuthorizer, type Authorizer } from '../../policies/authorize.js';
import { comparePolicies, type Difference } from '../../policies/asking/compare-policies.js';
import type { PolicySet } from '../../policies/policy-set.js';
import { replay, type Replay } from '../../policies/asking/replay.js';

/** What a change of the policy would do, found out before it is in force. */
export interface Findings {
  /** The rules and the expected decisions that were checked. */
  readonly rules: number;
  readonly decisions: number;
  /** Who gains and loses what in the organisation as it is now; the first so many of all. */
  readonly differences: readonly Difference[];
  readonly differenceCount: number;
  readonly replay: ReplayFindings;
}

/** What a replay over recorded decisions came to; the first so many of those that differ. */
export interface ReplayFindings extends Replay {
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly differentCount: number;
}

/** How far back decisions are asked again unless told otherwise: a month. */
export const usualReplayMs = 30 * 86_400_000;

/** More lines than a person reads; the numbers beside them count all. */
const mostShown = 1_000;
/** Rows of recorded decisions asked again at once: some seconds' work. */
const mostReplayed = 200_000;

/** Finds out what a sound set would change: for whom now, and in what was decided since an instant. */
export async function findingsOf(
  decisions: Pick<DecisionStore, 'since'>,
  before: Authorizer,
  set: PolicySet,
  since: number,
): Promise<Findings> {
  const after = await createAuthorizer(set, before.people.organisation);
  const differences = comparePolicies(before, after);
  return {
    rules: set.grants.length + set.switches.length,
    decisions: set.expected.reduce((sum, { questions }) => sum + questions.length, 0),
    differences: differences.slice(0, mostShown),
    differenceCount: differences.length,
    replay: await replayFindings(decisions, set, since),
  };
}

/** Asks again what was decided since an instant, under another policy. */
export async function replayFindings(
  decisions: Pick<DecisionStore, 'since'>,
  set: PolicySet,
  since: number,
): Promise<ReplayFindings> {
  const recorded = await decisions.since(since, mostReplayed);
  const { asked, different } = await replay(set, recorded.map(recordedDecision));
  return {
    since,
    asked,
    different: different.slice(0, mostShown),
    differentCount: different.length,
  };
}
