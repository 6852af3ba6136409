import { randomUUID } from 'node:crypto';
import type { SessionOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { scopeActions } from '../../sessions/abilities.js';
import { command } from './command.js';

/** Asks the user for the screen, or for more while active; each scope needs its own grant. */
export const startSession: SessionOperation<'startSession'> = {
  access: 'session',
  action: 'session.start',
  handle({ headers, body }, desk, permit) {
    const actions = body.scopes.map((scope) => scopeActions[scope]);
    desk.policy.requireAll(permit.caller, permit.session, actions);
    const askable = desk.consent.of(permit.session.channel);
    if (!body.scopes.every((scope) => askable.includes(scope))) {
      throw new ProblemError('scope-not-askable');
    }
    // A name of its own: the user answers under it, and an answer must not pass for this command sent again.
    const questionId = randomUUID();
    const { scopes } = body;
    return command(desk, permit, headers['Idempotency-Key'], { type: 'start', questionId, scopes });
  },
};
