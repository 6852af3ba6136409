import type { SessionOperation } from '../../operation.js';
import { command } from './command.js';

/** Opens a closed session again. */
export const reopenSession: SessionOperation<'reopenSession'> = {
  access: 'session',
  action: 'session.reopen',
  handle({ headers }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], { type: 'reopen' });
  },
};
