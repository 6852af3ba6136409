import type { AuditKind } from '../desk/contract.js';

/** Why entries are written. */
export const auditKinds = [
  'command',
  'message',
  'administration',
  'refusal',
  'look',
  'export',
  'sign-in',
  'erasure',
  'repair',
] as const satisfies readonly AuditKind[];

/** What entries can be about. */
export const auditSubjects = [
  'session',
  'technician',
  'group',
  'channel',
  'requester',
  'customer',
  'policy',
  'switch',
  'routing',
  'code',
  'sos-call',
  'sla-policy',
  'calendar',
  'report',
  'webhook',
  'notice',
  'audit',
  'desk',
] as const;
