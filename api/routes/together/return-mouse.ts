import type { SessionOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { command } from '../sessions/command.js';

/** Gives the mouse back to whoever answers for the session; they can take it back by the same. */
export const returnMouse: SessionOperation<'returnMouse'> = {
  access: 'session',
  action: 'session.view',
  handle({ headers }, desk, permit) {
    const { assignee } = permit.session;
    if (assignee === null) throw new ProblemError('not-active');
    const what = { type: 'give-mouse', technician: assignee } as const;
    return command(desk, permit, headers['Idempotency-Key'], what);
  },
};
