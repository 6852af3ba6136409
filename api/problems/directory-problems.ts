import type { DirectoryRefusal } from '../../activities/directory/directory-refused-error.js';
import type { ProblemKind } from './problem-kind.js';

/** What the directory does not take. */
export const directoryProblems = {
  'channel-unknown': { status: 422, title: 'There is no such channel.' },
  'group-unknown': { status: 422, title: 'There is no such group.' },
  'colleague-unknown': { status: 422, title: 'There is no such technician.' },
  'customer-unknown': { status: 422, title: 'There is no such customer.' },
  'requester-unknown': { status: 422, title: 'There is no such requester.' },
  'name-taken': { status: 409, title: 'This name is taken already.' },
  'address-taken': { status: 409, title: 'Somebody else has this address already.' },
  'key-taken': { status: 409, title: 'Somebody else is known by this name at sign-in already.' },
  'limit-reached': { status: 409, title: 'There are as many of these as this desk allows.' },
  'default-channel': {
    status: 409,
    title: 'The default channel cannot be deleted. Let another channel be the default first.',
  },
  'channel-not-empty': {
    status: 409,
    title: 'Sessions keep arriving in this channel. Try again in a moment.',
  },
  'last-owner': { status: 409, title: 'The desk must keep an owner who can sign in.' },
  'from-sign-in': {
    status: 409,
    title: 'This comes with the sign-in. Change it at the identity provider.',
  },
  'group-in-routing': {
    status: 409,
    title: 'Sessions are offered to this group. Take it out of the routing first.',
  },
  'customer-in-use': { status: 409, title: 'Requesters belong to this customer.' },
  'import-refused': {
    status: 422,
    title: 'The table has faults, so nothing of it was taken over.',
  },
} as const satisfies Record<DirectoryRefusal | 'import-refused', ProblemKind>;
