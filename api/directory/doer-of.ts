import type { Doer } from '../../activities/directory/directory-writer.js';
import type { Permit } from '../policy/permit.js';

/** Who changes the directory by a permit of the policy, for the audit. */
export function doerOf({ caller, grant }: Permit): Doer {
  return { actor: { kind: 'technician', key: caller.technician }, ...grant };
}
