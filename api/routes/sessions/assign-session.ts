import type { SessionOperation } from '../../operation.js';
import { refusedAt } from '../../problems/refused-at.js';
import { canServe } from '../../../policies/transfer-target.js';
import { command } from './command.js';

/** Gives a session to a technician of its channel, for good and without asking them. */
export const assignSession: SessionOperation<'assignSession'> = {
  access: 'session',
  action: 'session.assign',
  handle({ headers, body }, desk, permit) {
    const { technician, note = null } = body;
    const { channel } = permit.session;
    if (!canServe(desk.policy.authorizer, technician, channel)) {
      throw refusedAt('/body/technician', 'technician-not-of-channel', technician);
    }
    return command(desk, permit, headers['Idempotency-Key'], {
      type: 'transfer',
      channel,
      assignee: technician,
      note,
      askable: desk.consent.of(channel),
    });
  },
};
