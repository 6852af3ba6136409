import type { Retention } from '../../activities/audit/retention.js';
import { canonicalHash } from '../../activities/store/log/canonical.js';

/** The word that confirms a change of how long things are kept: this one, from what is kept now. */
export function retentionConfirmation(now: Retention, next: Retention): string {
  return canonicalHash({ now, next }).toString('hex');
}
