/** What the audit and those who erase refuse. */
export const auditProblems = {
  'session-still-open': {
    status: 409,
    title: 'A session of theirs still goes on. Close it first; nothing was erased.',
  },
  'erasure-changed': {
    status: 409,
    title: 'What would go has changed. Look at it again, then confirm; nothing was erased.',
  },
  'retention-changed': {
    status: 409,
    title: 'Somebody has changed how long things are kept. Look at what would go again.',
  },
  'nothing-sealed': { status: 409, title: 'The log cannot prove this yet.' },
  'head-unknown': { status: 422, title: 'The log was never signed at this size.' },
} as const;
