/** What the log can be narrowed to; each is a query parameter of the page's address, so that a view is a link. */
export const auditFields = [
  'technician',
  'kind',
  'subjectKind',
  'subject',
  'channel',
  'from',
  'to',
  'text',
] as const;
export type AuditField = (typeof auditFields)[number];

/** What of the log is wanted; what is not given is not asked. */
export type AuditFilter = Readonly<Partial<Record<AuditField, string>>>;
