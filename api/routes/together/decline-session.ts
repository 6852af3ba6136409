import type { SessionOperation } from '../../operation.js';
import { command } from '../sessions/command.js';

/** Says no to a session that is offered or handed to the caller. */
export const declineSession: SessionOperation<'declineSession'> = {
  access: 'session',
  action: 'session.view',
  handle({ headers }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], { type: 'decline' });
  },
};
