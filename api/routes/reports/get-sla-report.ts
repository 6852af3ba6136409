import type { SlaReport } from '../../../activities/reports/sla-report.js';
import type { components } from '../../generated/openapi.js';
import type { SelfOperation } from '../../operation.js';
import { reportRequest } from '../../reports/report-query.js';

/** The report over the channels of which the caller may read reports. */
export const getSlaReport: SelfOperation<'getSlaReport'> = {
  access: 'each-row',
  async handle({ query }, { stores, policy, now }, { technician }) {
    const request = reportRequest(query, policy.authorizer, technician, now());
    return { status: 200, body: shape(await stores.reports.report(request)) };
  },
};

/** The contract's lists can be written to, and the report's cannot: one copy is made of all. */
function shape(report: SlaReport): components['schemas']['SlaReport'] {
  return structuredClone(report) as components['schemas']['SlaReport'];
}
