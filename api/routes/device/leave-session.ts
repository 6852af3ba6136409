import type { DeviceOperation } from '../../operation.js';
import { command } from './command.js';

/** The user no longer needs help. */
export const leaveSession: DeviceOperation<'leaveSession'> = {
  access: 'device',
  handle({ headers }, desk, device) {
    return command(desk, device, headers['Idempotency-Key'], { type: 'abandon' });
  },
};
