import { isAction } from '../../workflows/domain/policy/actions.js';
import { createAuthorizer } from '../authorize.js';
import type { PolicySet } from '../policy-set.js';
import { RebuiltOrganisation, type StoodQuestion } from './rebuilt-organisation.js';

/** Decisions that were taken, all alike, as they were recorded. */
export interface RecordedDecision extends StoodQuestion {
  readonly allowed: boolean;
  readonly revision: string;
  /** How often it was taken, first and last when, in milliseconds since 1970. */
  readonly times: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** What a replay came to. */
export interface Replay {
  /** The decisions asked again, each as often as it was taken. */
  readonly asked: number;
  /** Those that would have come out differently, latest first, with the rule that would decide. */
  readonly different: readonly OtherDecision[];
}

/** A recorded decision that another policy would have taken otherwise. */
export interface OtherDecision {
  readonly recorded: RecordedDecision;
  /** The rule that would have decided, or null where simply nothing grants it. */
  readonly rule: string | null;
}

/**
 * Asks recorded decisions again under another policy, with everybody standing as they did then. What
 * an invitation lent rests on no policy: what its giver could use was a decision of its own, then.
 * Nor does any policy speak of an action that there no longer is.
 */
export async function replay(
  policy: PolicySet,
  recorded: readonly RecordedDecision[],
): Promise<Replay> {
  const different: OtherDecision[] = [];
  let waiting = recorded.filter(
    ({ standing, question }) => standing.lent !== true && isAction(question.action),
  );
  while (waiting.length > 0) {
    const organisation = new RebuiltOrganisation();
    const next: RecordedDecision[] = [];
    const taken = waiting.filter((one) => organisation.add(one) || !next.push(one));
    const authorizer = await createAuthorizer(policy, organisation.organisation());
    for (const one of taken) {
      const decision = authorizer.decide(one.question);
      if (decision.allowed !== one.allowed) different.push({ recorded: one, rule: decision.rule });
    }
    waiting = next;
  }
  return {
    asked: recorded.reduce((sum, { times }) => sum + times, 0),
    different: different.sort((one, other) => other.recorded.lastAt - one.recorded.lastAt),
  };
}
