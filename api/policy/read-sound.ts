import { checkExpected } from '../../policies/check-expected.js';
import type { Read } from '../../policies/fault.js';
import type { PolicyFiles } from '../../policies/policy-files.js';
import type { PolicySet } from '../../policies/policy-set.js';
import { parsePolicySet } from '../../policies/read-policy-set.js';

/** Reads a policy's files and asks them all that is expected of them. */
export async function readSound(files: PolicyFiles): Promise<Read<PolicySet>> {
  const read = parsePolicySet(files);
  if (!read.ok) return read;
  const faults = await checkExpected(read.value);
  return faults.length > 0 ? { ok: false, faults } : read;
}
