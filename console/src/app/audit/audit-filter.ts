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

/** The filter as an address has it; empty parameters ask for nothing. */
export function filterIn(given: Readonly<Record<AuditField, string | undefined>>): AuditFilter {
  const trimmed = auditFields.map((field) => [field, given[field]?.trim() ?? ''] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

/** An instant as a field for local time shows it; empty if it is none. */
export function localTime(instant: string | undefined): string {
  const at = new Date(instant ?? Number.NaN);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant that a field for local time means, the same in every zone; empty if nothing is entered. */
export function instantAt(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}
