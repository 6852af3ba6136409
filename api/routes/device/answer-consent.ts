import type { DeviceOperation } from '../../operation.js';
import { command } from './command.js';

/** The user allows some of what was asked, or nothing of it. */
export const answerConsent: DeviceOperation<'answerConsent'> = {
  access: 'device',
  handle({ headers, body }, desk, device) {
    const { questionId, scopes } = body;
    return command(
      desk,
      device,
      headers['Idempotency-Key'],
      scopes.length === 0
        ? { type: 'consent', answer: 'refuse', questionId }
        : { type: 'consent', answer: 'grant', questionId, scopes },
    );
  },
};
