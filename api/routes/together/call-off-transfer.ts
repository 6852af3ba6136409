import type { SessionOperation } from '../../operation.js';
import { command } from '../sessions/command.js';

/** Takes back a transfer that nobody has accepted yet. */
export const callOffTransfer: SessionOperation<'callOffTransfer'> = {
  access: 'session',
  action: 'session.transfer',
  handle({ headers }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], { type: 'call-off-transfer' });
  },
};
