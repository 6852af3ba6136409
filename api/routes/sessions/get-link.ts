import type { SessionOperation } from '../../operation.js';
import { linkOf } from '../../links/link-of.js';

/** The session's link, to copy once more: for who may invite in the channel at all. */
export const getLink: SessionOperation<'getLink'> = {
  access: 'session',
  action: 'session.create',
  handle(_request, { settings }, { session }) {
    return { status: 200, body: linkOf(session, settings) };
  },
};
