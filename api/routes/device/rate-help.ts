import { hasEnded } from '../../../workflows/domain/session/session.js';
import type { DeviceOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** How the user found the help. */
export const rateHelp: DeviceOperation<'rateHelp'> = {
  access: 'device',
  async handle({ body }, { stores, views }, { session, address }) {
    if (!hasEnded(session)) throw new ProblemError('session-not-ended');
    const { score, words } = body;
    const answer = { score, words: words?.trim() ?? null };
    await stores.satisfaction.put(session.id, answer, address);
    return { status: 200, body: await views.deviceOf(session) };
  },
};
