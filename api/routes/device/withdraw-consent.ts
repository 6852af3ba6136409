import type { DeviceOperation } from '../../operation.js';
import { command } from './command.js';

/** The user takes back what they allowed; taking back the view stops everything. */
export const withdrawConsent: DeviceOperation<'withdrawConsent'> = {
  access: 'device',
  handle({ headers, body }, desk, device) {
    return command(desk, device, headers['Idempotency-Key'], {
      type: 'consent',
      answer: 'withdraw',
      scopes: body.scopes,
    });
  },
};
