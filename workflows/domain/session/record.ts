import type { SessionEvent, SessionFact } from './events.js';
import type { Context } from './decision.js';

/** Numbers decided facts after the session's last sequence and stamps them with instant and actor. */
export function record(
  facts: readonly SessionFact[],
  sequence: number,
  { actor, now }: Context,
): readonly SessionEvent[] {
  return facts.map((fact, index) => ({
    ...fact,
    sequence: sequence + index + 1,
    at: now,
    by: actor,
  }));
}
