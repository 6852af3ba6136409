import type { RefusalCode } from '../../workflows/domain/session/refusal.js';
import type { ProblemKind } from './problem-kind.js';

/** What the state of a session does not allow. */
export const stateProblems = {
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
