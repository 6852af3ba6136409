import type { Run } from '../../activities/audit/run-store.js';
import type { components } from '../generated/openapi.js';

/** A run as it is shown: who asked, how far it is and what came of it. */
export function shownRun(run: Run): components['schemas']['AuditRun'] {
  const { id, kind, state, done, total, askedBy, askedAt, endedAt } = run;
  return {
    id,
    kind,
    state,
    done,
    total,
    askedBy: { ...askedBy.actor },
    result: (run.result ?? null) as Record<string, unknown> | null,
    askedAt: askedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}
