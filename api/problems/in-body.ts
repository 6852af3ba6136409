import type { Fault } from '../../workflows/domain/fault.js';

/** The faults of a document at their places in the request whose body, or a part of it, is that document. */
export function inBody(faults: readonly Fault[], part = ''): Fault[] {
  return faults.map((fault) => ({ ...fault, path: `/body${part}${fault.path}` }));
}
