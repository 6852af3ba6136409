import { auditProblems } from './audit-problems.js';
import { directoryProblems } from './directory-problems.js';
import { doorProblems } from './door-problems.js';
import { policyProblems } from './policy-problems.js';
import { problemCodes } from './problem-codes.js';
import { requestProblems } from './request-problems.js';
import { sessionProblems } from './session-problems.js';
import { setUpProblems } from './set-up-problems.js';
import { stateProblems } from './state-problems.js';

describe('Problems', () => {
  const families = [
    requestProblems,
    doorProblems,
    sessionProblems,
    setUpProblems,
    directoryProblems,
    policyProblems,
    auditProblems,
    stateProblems,
  ];

  it('stand in one family each, so that none hides the sentence of another', () => {
    const listed = families.flatMap((family) => Object.keys(family));
    expect([...problemCodes].sort()).toEqual(listed.sort());
  });
});
