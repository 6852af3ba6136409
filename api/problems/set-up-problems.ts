import type { ProblemKind } from './problem-kind.js';

/** What cannot be set up at the desk. */
export const setUpProblems = {
  'routing-refused': { status: 422, title: 'This routing cannot work. Nothing was changed.' },
  'sla-key-taken': { status: 409, title: 'This key belongs to another channel already.' },
  'sla-policy-unknown': {
    status: 422,
    title: 'There is no such policy that counts here by then.',
  },
  'webhook-address': { status: 422, title: 'This is not an address that can be called.' },
  'delivery-under-way': { status: 409, title: 'This is being tried right now.' },
} as const satisfies Record<string, ProblemKind>;
