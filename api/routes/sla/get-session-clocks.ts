import type { ExplainedPromise } from '../../../activities/promises/session-clock-store.js';
import type { components } from '../../generated/openapi.js';
import type { SessionOperation } from '../../operation.js';
import { maybeInstant, toInstant } from '../../shown/instant.js';

/** How the session stands to its promises, and what was counted, what not, and why. */
export const getSessionClocks: SessionOperation<'getSessionClocks'> = {
  access: 'session',
  action: 'session.view',
  async handle({ path }, { stores, policy, now }, { caller, session }) {
    const at = now();
    const found = await stores.clocks.explain(path.id, at);
    const abilities = policy.authorizer.abilities(caller.technician, session.channel, 'own');
    return {
      status: 200,
      body: {
        now: toInstant(at),
        policy: found?.policy ?? null,
        calendar: found?.calendar ?? null,
        clocks: (found?.promises ?? []).map(clockShape),
        mayRetarget: abilities.includes('sla.configure'),
      },
    };
  },
};

function clockShape(promise: ExplainedPromise): components['schemas']['SessionClock'] {
  const { reading, clock, target, stretches } = promise;
  const { name, turn, open, state, dueAt, countedMs, breachedAt } = reading;
  return {
    name,
    turn,
    open,
    state,
    target,
    promised: clock.target,
    dueAt: maybeInstant(dueAt),
    countedMs,
    breachedAt: maybeInstant(breachedAt),
    steps: clock.steps.map((step) => ({ ...step })),
    stretches: stretches.map(({ from, to, why, reason }) => ({
      from: toInstant(from),
      to: toInstant(to),
      why,
      reason,
    })),
  };
}
