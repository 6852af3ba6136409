/** What entries can be about; each subject has entries of its own, in one order. */
export const subjectKinds = [
  'session',
  'channel',
  'group',
  'technician',
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
export type SubjectKind = (typeof subjectKinds)[number];

/** Why an entry was written. */
export const auditKinds = [
  'command',
  'refusal',
  'repair',
  'message',
  'administration',
  'look',
  'export',
  'sign-in',
  'erasure',
  'door',
] as const;
export type AuditKind = (typeof auditKinds)[number];
