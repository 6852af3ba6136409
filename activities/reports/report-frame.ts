import type { ReportRequest } from './report-request.js';
import type { SlaReport } from './sla-report.js';

/** What a report says of what was asked. */
export function frameOf(request: ReportRequest): Pick<SlaReport, 'period' | 'filter' | 'by'> {
  const { from, to, cutoff, zone, channels, group, technician, customer, priority, by } = request;
  return {
    period: {
      from: from.toISOString(),
      to: to.toISOString(),
      cutoff: cutoff.toISOString(),
      zone,
    },
    filter: { channels, group, technician, customer, priority },
    by,
  };
}
