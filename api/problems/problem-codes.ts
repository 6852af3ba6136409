import type { RefusalCode } from '../../workflows/domain/session/refusal.js';
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
  ...stateProblems,
};

/** The code of every problem that the API can answer with; it ends the problem's stable type. */
const requestProblems = {
  'malformed-request': { status: 400, title: 'The request is not what this address expects.' },
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
  'technician-not-of-channel': {
    status: 422,
    title: 'This technician cannot take sessions of that channel.',
  },
  'session-closed': { status: 410, title: 'This support session is over.' },
  'channel-unknown': { status: 422, title: 'There is no such channel.' },
  'group-unknown': {
    status: 422,
    title: 'Nobody of that group can take sessions of that channel.',
  },
  'warm-needs-time': {
    status: 422,
    title: 'Who stays until somebody accepts must say how long they wait.',
  },
  'technician-unknown-here': { status: 422, title: 'There is no such technician at this desk.' },
  'guest-needs-pass': {
    status: 422,
    title: 'Somebody from outside the channel needs to be told what they may do and for how long.',
  },
  'guest-sees-nothing': {
    status: 422,
    title: 'A guest must at least be let see the session, by somebody who sees it too.',
  },
  'routing-refused': { status: 422, title: 'This routing cannot work. Nothing was changed.' },
  'transfer-target-unknown': {
    status: 422,
    title: 'This technician cannot take sessions of that channel.',
  },
  'sla-clock-unknown': { status: 422, title: 'This session has no such clock.' },
  'sla-key-taken': { status: 409, title: 'This key belongs to another channel already.' },
  'sla-policy-unknown': {
    status: 422,
    title: 'There is no such policy that counts here by then.',
  },
  'mail-not-set-up': { status: 422, title: 'This desk has no mail server. Copy the link instead.' },
  'address-missing': { status: 422, title: 'Say which address the link is to be mailed to.' },
  'webhook-address': { status: 422, title: 'This is not an address that can be called.' },
  'delivery-under-way': {
    status: 409,
    title: 'This is still on its way; it is tried again by itself.',
  },
  'scope-not-askable': {
    status: 409,
    title: 'In this channel, the user may not be asked for that.',
  },
  'consent-missing': {
    status: 409,
    title: 'The user has not allowed the screen to be seen.',
  },
} as const satisfies Record<string, ProblemKind>;

const refusals = {
  'session-exists': { status: 409, title: 'There is already such a session.' },
  'session-unknown': { status: 404, title: 'There is no such session.' },
  'session-ended': { status: 409, title: 'This session has ended.' },
  'session-not-ended': { status: 409, title: 'Only a closed session can be opened again.' },
  'link-expired': { status: 410, title: 'This link has expired.' },
  'link-withdrawn': { status: 410, title: 'This link has been withdrawn.' },
  'device-bound': { status: 409, title: 'Another device is already in this session.' },
  'device-absent': { status: 409, title: 'The user’s device is not there.' },
  'device-unknown': { status: 409, title: 'No device has joined this session yet.' },
  'already-claimed': { status: 409, title: 'Somebody was faster and has taken this session.' },
  'not-assignee': { status: 409, title: 'Only who answers for the session can do this.' },
  'not-ready': { status: 409, title: 'The session is not ready for this.' },
  'not-active': { status: 409, title: 'Nobody is connected in this session.' },
  'question-open': { status: 409, title: 'The user is still being asked.' },
  'question-unknown': { status: 409, title: 'This question is no longer open.' },
  'scope-not-asked': { status: 409, title: 'That was not asked for.' },
  'scope-not-granted': { status: 409, title: 'That was not allowed in the first place.' },
  'scope-not-possible': { status: 409, title: 'A browser can only show the screen.' },
  'already-granted': { status: 409, title: 'The user has already allowed this.' },
  'already-on-hold': { status: 409, title: 'The session is already on hold for this reason.' },
  'not-on-hold': { status: 409, title: 'The session is not on hold.' },
  'already-there': { status: 409, title: 'The session is already there.' },
  'top-level': { status: 409, title: 'The session is already at the highest level.' },
  'reopen-too-late': { status: 409, title: 'It is too late to open this session again.' },
  'only-before-start': {
    status: 409,
    title: 'A session that was started can no longer be withdrawn.',
  },
  'not-due': { status: 409, title: 'It is not time for this yet.' },
  'not-offered': { status: 409, title: 'This session is not offered to you.' },
  'already-offered': { status: 409, title: 'This session is being offered to somebody already.' },
  'transfer-open': {
    status: 409,
    title: 'This session is being handed over already. Call that off first.',
  },
  'no-transfer': { status: 409, title: 'This session is not being handed over.' },
  'not-collaborator': { status: 409, title: 'This person is not in the session.' },
  'not-joined': { status: 409, title: 'This person has not come into the session yet.' },
  'too-many-collaborators': {
    status: 409,
    title: 'As many people are in this session as fit into one.',
  },
} as const satisfies Record<RefusalCode, ProblemKind>;

const kinds = {
  ...requestProblems,
  ...directoryProblems,
  ...policyProblems,
  ...auditProblems,
  ...refusals,
};

/** Every problem that the API can answer with. */
export type ProblemCode = keyof typeof kinds;

/** All of them, for whoever has to have a sentence for each. */
export const problemCodes: readonly string[] = Object.keys(kinds);

/** Status and sentence of a problem. */
export function kindOf(code: ProblemCode): ProblemKind {
  return kinds[code];
}
