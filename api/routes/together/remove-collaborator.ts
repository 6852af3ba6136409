import type { SessionOperation } from '../../operation.js';
import { command } from '../sessions/command.js';

/** Takes somebody out of a session. */
export const removeCollaborator: SessionOperation<'removeCollaborator'> = {
  access: 'session',
  action: 'session.collaborate',
  handle({ headers, body }, desk, permit) {
    return command(desk, permit, headers['Idempotency-Key'], {
      type: 'leave',
      technician: body.technician,
    });
  },
};
