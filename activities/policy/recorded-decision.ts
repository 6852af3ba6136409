import type { RecordedDecision } from '../../policies/asking/replay.js';
import type { Standing } from '../../policies/asking/standing.js';
import type { StoredDecision } from './decision-store.js';

/** A stored decision as it is asked again. */
export function recordedDecision(stored: StoredDecision): RecordedDecision {
  const { technician, channel, action, relation, assigning } = stored;
  const question = { technician, channel, action, relation };
  return {
    question: assigning === null ? question : { ...question, assigning },
    // Written by the journal in this very shape.
    standing: stored.standing as Standing,
    allowed: stored.allowed,
    revision: stored.revision,
    times: stored.times,
    firstAt: stored.firstAt,
    lastAt: stored.lastAt,
  };
}
