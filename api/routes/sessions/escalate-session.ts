import type { SessionOperation } from '../../operation.js';
import { command } from './command.js';

/** Raises a session a level. */
export const escalateSession: SessionOperation<'escalateSession'> = {
  access: 'session',
  action: 'session.escalate',
  handle({ headers, body }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], {
      type: 'escalate',
      reason: body.reason ?? null,
    });
  },
};
