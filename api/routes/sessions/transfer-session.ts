import type { SessionOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { canServe } from '../../sessions/transfer-targets.js';
import { command } from './command.js';

/** Hands a session over to a technician or to a channel's queue. */
export const transferSession: SessionOperation<'transferSession'> = {
  access: 'session',
  action: 'session.transfer',
  handle({ headers, body }, desk, permit) {
    const { channel, technician = null, note = null } = body;
    const { authorizer } = desk.policy;
    if (!authorizer.people.organisation.channels.some(({ key }) => key === channel)) {
      throw new ProblemError('channel-unknown');
    }
    if (technician !== null && !canServe(authorizer, technician, channel)) {
      throw new ProblemError('transfer-target-unknown');
    }
    return command(desk, permit, headers['Idempotency-Key'], {
      type: 'transfer',
      channel,
      assignee: technician,
      note,
    });
  },
};
