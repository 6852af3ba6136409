import type { SessionOperation } from '../../operation.js';
import { command } from '../sessions/command.js';

/** Answers for a session from now on, in place of whoever did. */
export const takeOverSession: SessionOperation<'takeOverSession'> = {
  access: 'session',
  action: 'session.takeover',
  handle({ headers }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], { type: 'take-over' });
  },
};
