import type { StoredNotice } from '../../activities/notices/notice-store.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { components } from '../generated/openapi.js';
import { channelName } from '../sessions/queue-row.js';
import { maybePersonOf } from '../shown/people.js';

/** A notice of the list as its receiver's console shows it. */
export function storedNotice(
  notice: StoredNotice,
  authorizer: Pick<Authorizer, 'people'>,
): components['schemas']['Notice'] {
  const { id, kind, at, unread, session, proposal, cause } = notice;
  return {
    ...{ id, kind, at: at.toISOString(), unread },
    session: session && {
      ...session,
      channel: { key: session.channel, name: channelName(authorizer, session.channel) },
    },
    proposal: proposal && {
      ...proposal,
      proposedBy: maybePersonOf(authorizer, proposal.proposedBy),
    },
    cause,
  };
}
