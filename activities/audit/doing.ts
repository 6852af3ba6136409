import type { NewAuditEntry } from '../store/log/audit-entry.js';

/** Who does something that the audit keeps, under which decision of the policy, and by which rule. */
export type Doing = Pick<NewAuditEntry, 'actor' | 'action' | 'revision' | 'from'>;
