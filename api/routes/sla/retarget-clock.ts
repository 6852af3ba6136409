import type { SessionOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { command } from '../sessions/command.js';

/** Gives one clock of this session another target; what was counted is a fact and stays. */
export const retargetClock: SessionOperation<'retargetClock'> = {
  access: 'session',
  action: 'sla.configure',
  async handle(request, desk, permit) {
    const { clock, target } = request.body;
    const found = await desk.stores.clocks.explain(request.path.id, desk.now());
    if (!found?.promises.some(({ reading }) => reading.name === clock)) {
      throw new ProblemError('sla-clock-unknown');
    }
    return command(desk, permit, request.headers['Idempotency-Key'], {
      type: 'retarget',
      clock,
      target,
    });
  },
};
