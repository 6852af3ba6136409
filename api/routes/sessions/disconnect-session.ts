import type { SessionOperation } from '../../operation.js';
import { command } from './command.js';

/** Lets go of the screen, or calls off the question. */
export const disconnectSession: SessionOperation<'disconnectSession'> = {
  access: 'session',
  action: 'session.start',
  handle({ headers }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], { type: 'disconnect' });
  },
};
