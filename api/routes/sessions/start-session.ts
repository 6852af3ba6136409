import type { SessionOperation } from '../../operation.js';
import { scopeActions } from '../../sessions/abilities.js';
import { command } from './command.js';

/** Asks the user for the screen, or for more while active; each scope needs its own grant. */
export const startSession: SessionOperation<'startSession'> = {
  access: 'session',
  action: 'session.start',
  handle({ headers, body }, desk, permit) {
    const actions = body.scopes.map((scope) => scopeActions[scope]);
    desk.policy.requireAll(permit.caller, permit.session, actions);
    const questionId = headers['Idempotency-Key'];
    return command(desk, permit, questionId, { type: 'start', questionId, scopes: body.scopes });
  },
};
