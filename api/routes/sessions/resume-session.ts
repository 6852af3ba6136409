import type { SessionOperation } from '../../operation.js';
import { command } from './command.js';

/** Takes a session off hold. */
export const resumeSession: SessionOperation<'resumeSession'> = {
  access: 'session',
  action: 'session.hold',
  handle({ headers }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], { type: 'resume' });
  },
};
