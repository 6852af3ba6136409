import type { SessionOperation } from '../../operation.js';
import { command } from './command.js';

/** Takes an unassigned session. */
export const claimSession: SessionOperation<'claimSession'> = {
  access: 'session',
  action: 'session.claim',
  handle({ headers }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], { type: 'claim' });
  },
};
