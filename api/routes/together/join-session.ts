import type { SessionOperation } from '../../operation.js';
import { command } from '../sessions/command.js';

/** Comes into a session visibly, without having been asked. */
export const joinSession: SessionOperation<'joinSession'> = {
  access: 'session',
  action: 'session.join',
  handle({ headers }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], { type: 'come-in' });
  },
};
