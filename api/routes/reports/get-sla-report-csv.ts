import { stringify } from 'csv-stringify/sync';
import { reportColumns, reportLines } from '../../../activities/reports/report-table.js';
import { reportExport } from '../../audit/looks.js';
import type { SelfOperation } from '../../operation.js';
import { reportFileName } from '../../reports/report-file-name.js';
import { reportRequest } from '../../reports/report-query.js';

/** The report, a figure a line. */
export const getSlaReportCsv: SelfOperation<'getSlaReportCsv'> = {
  access: 'each-row',
  async handle({ query }, { stores, policy, now }, caller) {
    const { authorizer } = policy;
    const request = reportRequest(query, authorizer, caller.technician, now());
    // Nobody takes away what is not noted first.
    await stores.gathered.note(reportExport(caller, authorizer.revision, 'csv', request));
    const lines = reportLines(await stores.reports.report(request));
    const text = stringify([reportColumns, ...lines], {
      record_delimiter: 'windows',
      escape_formulas: true,
    });
    return {
      status: 200,
      file: {
        name: reportFileName(request, 'csv'),
        type: 'text/csv; charset=utf-8',
        content: Buffer.from(text),
      },
    };
  },
};
