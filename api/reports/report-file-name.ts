import type { ReportRequest } from '../../activities/reports/report-request.js';

/** What a report is called as a file: by its first and its last day, so that two months do not look alike in a folder. */
export function reportFileName(
  { from, to, zone: timeZone }: Pick<ReportRequest, 'from' | 'to' | 'zone'>,
  ending: 'csv' | 'xlsx',
): string {
  // As Canadians write it, a date is year-month-day.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return `sla-report-${day.format(from)}--${day.format(to.getTime() - 1)}.${ending}`;
}
