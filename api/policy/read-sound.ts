import { checkExpected } from '../../policies/asking/check-expected.js';
import type { Read } from '../../policies/reading/fault.js';
import type { PolicyFiles } from '../../policies/reading/policy-files.js';
import type { PolicySet } from '../../policies/policy-set.js';
import { parsePolicySet } from '../../policies/reading/read-policy-set.js';

/** Reads a policy's files and asks them all that is expected of them. */
export async function readSound(files: PolicyFiles): Promise<Read<PolicySet>> {
  const read = parsePolicySet(files);
  if (!read.ok) return read;
  const faults = await checkExpected(read.value);
  return faults.length > 0 ? { ok: false, faults } : read;
}
