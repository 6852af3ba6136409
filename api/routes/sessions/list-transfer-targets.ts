import type { SessionOperation } from '../../operation.js';
import { transferTargets } from '../../sessions/transfer-targets.js';

/** Whom and where a session can be handed to. */
export const listTransferTargets: SessionOperation<'listTransferTargets'> = {
  access: 'session',
  action: 'session.transfer',
  async handle(_request, { stores, policy }) {
    const [present, openSessions] = await Promise.all([
      stores.staffSessions.present(),
      stores.queue.openByAssignee(),
    ]);
    const channels = transferTargets(policy.authorizer, { present, openSessions });
    return { status: 200, body: { channels } };
  },
};
