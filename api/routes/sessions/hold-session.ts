import type { SessionOperation } from '../../operation.js';
import { command } from './command.js';

/** Puts a session on hold, with a reason. */
export const holdSession: SessionOperation<'holdSession'> = {
  access: 'session',
  action: 'session.hold',
  handle({ headers, body }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], {
      type: 'hold',
      reason: body.reason,
    });
  },
};
