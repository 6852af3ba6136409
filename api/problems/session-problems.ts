import type { ProblemKind } from './problem-kind.js';

/** What cannot be asked of a session, whatever its state. */
export const sessionProblems = {
  'technician-not-of-channel': {
    status: 422,
    title: 'This technician cannot take sessions of that channel.',
  },
  'group-not-of-channel': {
    status: 422,
    title: 'Nobody of that group can take sessions of that channel.',
  },
  'warm-needs-time': {
    status: 422,
    title: 'Who stays until somebody accepts must say how long they wait.',
  },
  'guest-needs-pass': {
    status: 422,
    title: 'Somebody from outside the channel needs to be told what they may do and for how long.',
  },
  'guest-sees-nothing': {
    status: 422,
    title: 'A guest must at least be let see the session, by somebody who sees it too.',
  },
  'scope-not-askable': {
    status: 409,
    title: 'In this channel, the user may not be asked for that.',
  },
  'consent-missing': {
    status: 409,
    title: 'The user has not allowed the screen to be seen.',
  },
  'sla-clock-unknown': { status: 422, title: 'This session has no such clock.' },
} as const satisfies Record<string, ProblemKind>;
