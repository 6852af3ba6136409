import type { Fault } from '../../workflows/domain/fault.js';
import { ProblemError } from './problem-error.js';

/** The refusal of a request that is well written and cannot be met, for this fault and others. */
export function unfit(...faults: readonly Fault[]): ProblemError {
  return new ProblemError('unfit-request', { errors: [...faults] });
}

/** Throws `unfit-request` if there are any faults. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw unfit(...faults);
}
