import type { Directory, DirectoryVersions } from '../../activities/directory/directory.js';
import { PolicyInForce, PolicyRefused } from '../../policies/policy-in-force.js';
import { readPolicySet } from '../../policies/read-policy-set.js';
import { organisationFrom } from '../../activities/directory/organisation-from.js';
import { PolicyDesk, type RefusalLog } from '../policy/policy-desk.js';

/** The policy in force, and how often the directory had changed when it was opened. */
export interface OpenPolicy {
  readonly inForce: PolicyInForce;
  readonly policy: PolicyDesk;
  readonly versions: DirectoryVersions;
}

/** Reads the policy's files and the organisation; throws PolicyRefused with every fault in them. */
export async function openPolicy(
  directory: Pick<Directory, 'read' | 'versions'>,
  folder: string | null,
  refusals: RefusalLog,
): Promise<OpenPolicy> {
  const read = folder === null ? readPolicySet() : readPolicySet(folder);
  if (!read.ok) throw new PolicyRefused(read.faults);
  // Read first: what changes in between is found as a change by the first look.
  const versions = await directory.versions();
  const contents = await directory.read();
  const inForce = await PolicyInForce.open(read.value, organisationFrom(contents));
  const policy = new PolicyDesk(() => inForce.authorizer, refusals);
  return { inForce, policy, versions };
}
