import type { SessionOperation } from '../../operation.js';
import { command } from './command.js';

/** Closes a session, solved or not, or withdraws an invitation. */
export const closeSession: SessionOperation<'closeSession'> = {
  access: 'session',
  action: 'session.close',
  handle({ headers, body }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], {
      type: 'close',
      outcome: body.outcome,
      remark: body.remark ?? null,
    });
  },
};
