import type { ProblemKind } from './problem-kind.js';

/** What cannot be done at the doors: links, codes and SOS Calls. */
export const doorProblems = {
  'link-unknown': { status: 404, title: 'This link is not known here. Check that it is complete.' },
  'link-used-by-another-device': {
    status: 409,
    title: 'This link is already in use on another device.',
  },
  'code-unknown': {
    status: 404,
    title: 'This code does not work. Ask the person to read their code again, or for a new one.',
  },
  'code-over': { status: 410, title: 'This code is over. Ask for a new one.' },
  'codes-all-taken': {
    status: 503,
    title: 'The desk cannot give out more codes right now. Please try again in a moment.',
  },
  'work-wanted': {
    status: 429,
    title: 'Too many tries. Work out the answer first, then send the request again with it.',
  },
  'sos-call-paused': {
    status: 409,
    title: 'No requests are taken here just now. Please stay, or come back in a while.',
  },
  'sos-call-gone': { status: 410, title: 'This way of asking for help is closed.' },
  'sos-call-name-taken': {
    status: 409,
    title: 'There is already an SOS Call of this name in the channel.',
  },
  'sos-form-wrong': { status: 422, title: 'This form cannot be put before people.' },
  'sos-answers-wrong': { status: 422, title: 'Some answers are missing or cannot be taken.' },
  'session-closed': { status: 410, title: 'This support session is over.' },
  'mail-not-set-up': { status: 422, title: 'This desk has no mail server. Copy the link instead.' },
  'address-missing': { status: 422, title: 'Say which address the link is to be mailed to.' },
} as const satisfies Record<string, ProblemKind>;
