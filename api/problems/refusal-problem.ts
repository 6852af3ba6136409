import type { Authorizer } from '../../policies/authorize.js';
import type { Refusal } from '../../workflows/domain/session/refusal.js';
import { personOf } from '../shown/people.js';
import { ProblemError } from './problem-error.js';

/** Whether an answer of a store or a workflow is a refusal. */
export function isRefused(answer: object): answer is Refusal {
  return 'refused' in answer;
}

/** A refusal by the session's state as its sender reads it, with the person it speaks of. */
export function refusalProblem(
  { refused, about }: Refusal,
  authorizer: Pick<Authorizer, 'people'>,
): ProblemError {
  return new ProblemError(refused, about === null ? {} : { about: personOf(authorizer, about) });
}
