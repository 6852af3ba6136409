import type { LiveNotice } from '../../activities/store/feed/live-notice.js';
import type { SessionRow } from '../../activities/store/sessions/session-row.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { components } from '../generated/openapi.js';
import { channelName } from '../sessions/queue-row.js';

type Notice = components['schemas']['Notice'];

/** A notice that has just come, as its receiver's console shows it. */
export function shownNotice(
  { id, kind, at, cause }: LiveNotice,
  { session, number }: SessionRow,
  authorizer: Pick<Authorizer, 'people'>,
): Notice {
  return {
    ...{ id, kind, at: at.toISOString(), unread: true },
    session: {
      ...{ id: session.id, number, subject: session.subject },
      requester: session.requester.name,
      channel: { key: session.channel, name: channelName(authorizer, session.channel) },
    },
    proposal: null,
    cause,
  };
}
