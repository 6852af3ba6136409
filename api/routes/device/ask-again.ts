import type { DeviceOperation } from '../../operation.js';
import { command } from './command.js';

/** It is not solved after all: the session opens again, while the channel's window lasts. */
export const askAgain: DeviceOperation<'askAgain'> = {
  access: 'device',
  handle({ headers }, desk, device) {
    return command(desk, device, headers['Idempotency-Key'], { type: 'reopen' });
  },
};
