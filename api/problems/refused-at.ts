import type { FaultCode } from '../../workflows/domain/fault.js';
import { kindOf, type ProblemCode } from './problem-codes.js';
import { ProblemError } from './problem-error.js';

/** Problems that are about one place of what was sent, and told there by the same name. */
type PlacedCode = ProblemCode & FaultCode;

/** The refusal of a value that is well written and cannot be what stands at this place of the request. */
export function refusedAt(path: string, code: PlacedCode, value: string): ProblemError {
  const { title: message } = kindOf(code);
  return new ProblemError(code, { errors: [{ path, code, message, values: { value } }] });
}
