import type { Action } from '../workflows/domain/policy/actions.js';
import type { Relation, Role } from '../workflows/domain/policy/roles.js';

/** Why somebody may not. */
export type RefusalReason =
  'unknown-technician' | 'disabled' | 'no-role-here' | 'switched-off' | 'not-granted';

/** What the policy answers, under which revision of it, and why. */
export type Decision =
  | {
      readonly allowed: true;
      /** The rule that allows it, with its place in the policy's files or the switch that it is. */
      readonly rule: string;
      readonly revision: string;
    }
  | {
      readonly allowed: false;
      /** The grant that would be needed. */
      readonly missing: {
        readonly action: Action;
        readonly relation: Relation;
        readonly channel: string;
      };
      /** The roles that hold that grant: whoever may give one of them could allow it. */
      readonly grantedBy: readonly Role[];
      readonly reason: RefusalReason;
      /** The rule that takes it away, or null where simply nothing grants it. */
      readonly rule: string | null;
      readonly revision: string;
    };
