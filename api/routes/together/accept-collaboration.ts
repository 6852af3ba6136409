import type { SessionOperation } from '../../operation.js';
import { command } from '../sessions/command.js';

/** Comes into a session that the caller was asked into. */
export const acceptCollaboration: SessionOperation<'acceptCollaboration'> = {
  access: 'session',
  action: 'session.view',
  handle({ headers }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], { type: 'join' });
  },
};
