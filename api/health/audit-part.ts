import { verificationIn } from '../../activities/audit/due-runs.js';
import { troubleIn } from '../../activities/audit/trouble-in.js';
import type { RunStore } from '../../activities/audit/run-store.js';
import type { Part } from './readiness.js';

/**
 * What the last verification of the audit log came to. A desk whose log was tampered with still serves
 * people, so it is said and not a reason to take it away from them.
 */
export function auditPart(runs: Pick<RunStore, 'lastEnded'>): Part {
  return {
    name: 'audit',
    async check() {
      const run = await runs.lastEnded('verification');
      const verification = verificationIn(run);
      const [trouble] = troubleIn(run);
      if (!verification && trouble !== undefined) return `COULD NOT BE VERIFIED: ${trouble}`;
      if (!run || !verification) return 'not verified yet';
      const { findings, size } = verification;
      const at = run.endedAt?.toISOString() ?? '';
      return findings.length === 0
        ? `verified up to ${size} entries ${at}`
        : `NOT AS IT WAS SIGNED: ${findings.length} findings ${at}`;
    },
  };
}
