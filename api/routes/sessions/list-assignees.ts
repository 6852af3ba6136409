import type { SessionOperation } from '../../operation.js';
import { serversIn } from '../../sessions/transfer-targets.js';

/** Whom a session can be given to in its channel. */
export const listAssignees: SessionOperation<'listAssignees'> = {
  access: 'session',
  action: 'session.assign',
  async handle(_request, { stores, policy }, { session }) {
    const [present, openSessions] = await Promise.all([
      stores.staffSessions.present(),
      stores.queue.openByAssignee(),
    ]);
    const { authorizer } = policy;
    const technicians = serversIn(authorizer, session.channel, { present, openSessions });
    return { status: 200, body: { technicians } };
  },
};
