import type { ProblemKind } from './problem-kind.js';

/** What is wrong with a request, or with who sends it, before anybody looks at what it asks. */
export const requestProblems = {
  'malformed-request': { status: 400, title: 'The request is not what this address expects.' },
  'unfit-request': {
    status: 422,
    title: 'Something in the request cannot be, or does not fit the rest.',
  },
  'text-unreadable': {
    status: 422,
    title: 'A text in this holds characters that cannot be kept.',
  },
  'not-signed-in': { status: 401, title: 'Sign in first.' },
  'device-token-unknown': {
    status: 401,
    title: 'This device is not known here any more. Follow your link again.',
  },
  'sign-in-failed': { status: 400, title: 'The sign-in did not work. Please try again.' },
  'technician-unknown': {
    status: 403,
    title: 'You are signed in at your identity provider, but this desk does not know you.',
  },
  'technician-disabled': { status: 403, title: 'Your access to this desk is switched off.' },
  'csrf-token-wrong': { status: 403, title: 'The page is out of date. Reload it and try again.' },
  'foreign-origin': { status: 403, title: 'Another site may not send this request.' },
  'not-permitted': { status: 403, title: 'The policy does not let you do this.' },
  'not-found': { status: 404, title: 'There is nothing here that you may see.' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method.' },
  'too-large': { status: 413, title: 'The request is too large.' },
  'too-slow': { status: 408, title: 'The request took too long to arrive.' },
  'head-too-large': {
    status: 431,
    title: 'The address and the headers of the request are too long.',
  },
  'unsupported-media-type': { status: 415, title: 'Send the request as JSON.' },
  'idempotency-key-reused': {
    status: 422,
    title: 'This idempotency key was used for another request.',
  },
  'too-many-requests': { status: 429, title: 'Too many requests. Wait a moment and try again.' },
  'internal-error': { status: 500, title: 'Something went wrong at the desk. It has been noted.' },
  'desk-unavailable': {
    status: 503,
    title: 'The desk cannot answer right now. Please try again in a moment.',
  },
} as const satisfies Record<string, ProblemKind>;
