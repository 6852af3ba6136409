import { sessionActions, toolActions } from '../../../workflows/domain/policy/actions.js';
import type { SessionOperation } from '../../operation.js';
import { inviteesOf } from '../../sessions/invitees.js';

/** Whom one can ask into a session, and what a guest could be let do. */
export const listInvitees: SessionOperation<'listInvitees'> = {
  access: 'session',
  action: 'session.collaborate',
  async handle(_request, { stores, policy }, { session, caller }) {
    const [present, openSessions] = await Promise.all([
      stores.staffSessions.present(),
      stores.queue.openByAssignee(),
    ]);
    const lent: readonly string[] = [...sessionActions, ...toolActions];
    return {
      status: 200,
      body: {
        technicians: [...inviteesOf(session, policy.authorizer, { present, openSessions })],
        actions: policy
          .actionsOn(session, caller.technician)
          .filter((action) => lent.includes(action)),
      },
    };
  },
};
