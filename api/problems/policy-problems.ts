import type { ProblemKind } from './problem-kind.js';

/** What can be wrong with a change of the policy. */
export const policyProblems = {
  'policy-faulty': { status: 422, title: 'This policy has faults.' },
  'policy-unchanged': { status: 409, title: 'These files are in force already.' },
  'policy-from-files': {
    status: 409,
    title: 'At this desk the policy is changed by its files, not here.',
  },
  'policy-proposed-already': { status: 409, title: 'This very change is proposed already.' },
  'policy-own-proposal': {
    status: 409,
    title: 'Whoever proposed a change may not approve it too.',
  },
  'policy-not-own-proposal': {
    status: 409,
    title: 'Only whoever proposed a change can take it back.',
  },
  'policy-proposal-decided': { status: 409, title: 'This proposal has been decided already.' },
  'policy-proposal-vouched': {
    status: 409,
    title: 'Somebody answers for this proposal already.',
  },
  'policy-proposal-unvouched': {
    status: 409,
    title: 'Nobody has vouched for these changed files yet.',
  },
  'policy-overtaken': {
    status: 409,
    title: 'Another policy has come into force meanwhile. Look at it first.',
  },
  'policy-nothing-before': {
    status: 409,
    title: 'No other policy was in force before.',
  },
} as const satisfies Record<string, ProblemKind>;
