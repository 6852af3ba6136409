import { auditProblems } from './audit-problems.js';
import { directoryProblems } from './directory-problems.js';
import { doorProblems } from './door-problems.js';
import { policyProblems } from './policy-problems.js';
import type { ProblemKind } from './problem-kind.js';
import { requestProblems } from './request-problems.js';
import { sessionProblems } from './session-problems.js';
import { setUpProblems } from './set-up-problems.js';
import { stateProblems } from './state-problems.js';

const kinds = {
  ...requestProblems,
  ...doorProblems,
  ...sessionProblems,
  ...setUpProblems,
  ...directoryProblems,
  ...policyProblems,
  ...auditProblems,
  ...stateProblems,
};

/** The code of every problem that the API can answer with; it ends the problem's stable type. */
export type ProblemCode = keyof typeof kinds;

/** All of them, for whoever has to have a sentence for each. */
export const problemCodes: readonly string[] = Object.keys(kinds);

/** Status and sentence of a problem. */
export function kindOf(code: ProblemCode): ProblemKind {
  return kinds[code];
}
