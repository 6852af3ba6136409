import type { Run } from './run-store.js';
import type { Verification } from './verification.js';

/** What a verification that has ended found wrong, or why it could not be carried out; nothing where all is well. */
export function troubleIn(run: Run | null): readonly string[] {
  if (run?.kind !== 'verification') return [];
  const { findings = [], reason, isEmpty = false } = (run.result ?? {}) as Partial<Outcome>;
  if (run.state === 'done') return findings;
  // Where nothing is sealed yet, there was nothing to verify.
  return run.state === 'failed' && reason !== undefined && !isEmpty ? [reason] : [];
}

/** What runs are ended with. */
interface Outcome extends Verification {
  readonly reason: string;
  readonly isEmpty: boolean;
}
