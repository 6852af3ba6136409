import type { SessionOperation } from '../../operation.js';
import { command } from '../sessions/command.js';

/** Hands the mouse over. */
export const giveMouse: SessionOperation<'giveMouse'> = {
  access: 'session',
  action: 'session.collaborate',
  handle({ headers, body }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], {
      type: 'give-mouse',
      technician: body.technician,
    });
  },
};
