import writeXlsxFile from 'write-excel-file/node';
import { reportColumns, reportLines } from '../../../activities/reports/report-table.js';
import { reportExport } from '../../audit/looks.js';
import type { SelfOperation } from '../../operation.js';
import { reportFileName } from '../../reports/report-file-name.js';
import { reportRequest } from '../../reports/report-query.js';
import { timelessZip } from '../../reports/timeless-zip.js';
import { workbookText } from '../../reports/workbook-text.js';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Its columns are as wide as what they hold, and their names stay in sight. */
const sheet = {
  sheet: 'SLA',
  stickyRowsCount: 1,
  columns: [12, 24, 30, 28, 40].map((width) => ({ width })),
};

/** The report as a workbook, numbers as numbers. */
export const getSlaReportXlsx: SelfOperation<'getSlaReportXlsx'> = {
  access: 'each-row',
  async handle({ query }, { stores, policy, now }, caller) {
    const { authorizer } = policy;
    const request = reportRequest(query, authorizer, caller.technician, now());
    // Nobody takes away what is not noted first.
    await stores.gathered.note(reportExport(caller, authorizer.revision, 'xlsx', request));
    const lines = reportLines(await stores.reports.report(request));
    const header = reportColumns.map((value) => ({
      value,
      type: String,
      fontWeight: 'bold' as const,
    }));
    const data = [header, ...lines.map((line) => line.map(cellOf))];
    const content = await writeXlsxFile([{ ...sheet, data }]).toBuffer();
    return {
      status: 200,
      file: {
        name: reportFileName(request, 'xlsx'),
        type: workbook,
        content: timelessZip(content),
      },
    };
  },
};

function cellOf(value: string | number) {
  if (typeof value === 'number') return { value, type: Number };
  return { value: workbookText(value), type: String };
}
