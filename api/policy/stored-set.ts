import type { StoredSet } from '../../activities/policy/policy-store.js';
import { digestOf } from '../../policies/reading/policy-files.js';
import type { PolicySet } from '../../policies/policy-set.js';

/** A set as it is kept. */
export function storedSet({ files, revision }: PolicySet): StoredSet {
  return { digest: digestOf(files), revision, files: Object.fromEntries(files) };
}
