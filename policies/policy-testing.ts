import { faultLine } from './reading/fault.js';
import type { Organisation } from './organisation.js';
import type { PolicySet } from './policy-set.js';
import { readPolicySet } from './reading/read-policy-set.js';

/** The policy that comes with Mayday. */
export function defaultPolicy(): PolicySet {
  const read = readPolicySet();
  if (!read.ok) throw new Error(read.faults.map(faultLine).join('\n'));
  return read.value;
}

/** The organisation that the default policy's expected decisions are about. */
export function demonstration(): Organisation {
  const expected = defaultPolicy().expected[0];
  if (expected === undefined) throw new Error('The default policy expects nothing.');
  return expected.organisation;
}
