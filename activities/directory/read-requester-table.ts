import { CsvError, parse } from 'csv-parse/sync';
import type { Fault } from '../../workflows/domain/fault.js';
import { isVisibleName, nameAsKept } from '../../workflows/domain/visible-name.js';
import type { RequesterFacts } from './requester-store.js';

/** One thing wrong with a table, and the line on which it stands. */
export interface TableFault extends Finding {
  readonly line: number;
}

/** What is wrong, wherever it stands. */
type Finding = Omit<Fault, 'path'>;

/** A requester as a line of a table names them; `customer` is a key or a name. */
export interface TableRequester extends RequesterFacts {
  readonly line: number;
}

/** What a table holds, or all that is wrong with it. */
export type RequesterTable =
  | { readonly ok: true; readonly rows: readonly TableRequester[] }
  | { readonly ok: false; readonly faults: readonly TableFault[] };

const columnNames = ['name', 'address', 'language', 'customer', 'department'] as const;
type Column = (typeof columnNames)[number];

/** The most rows that are taken at once. */
export const mostRows = 20_000;

/** More than these help nobody. */
const mostFaults = 100;

const address = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Reads requesters from comma or semicolon separated values with a header; the columns may stand in any order. */
export function readRequesterTable(text: string): RequesterTable {
  const read = recordsOf(text);
  if (!read.ok) return read;
  const [header, ...records] = read.records;
  if (!header) return refusedAt(1, { code: 'table-empty', message: 'the table is empty' });
  const columns = header.fields.map((name) => name.trim().toLowerCase());
  const wrong = headerFault(columns);
  if (wrong !== null) return refusedAt(header.line, wrong);
  if (records.length > mostRows) {
    const message = `${records.length} rows are too many at once; ${mostRows} are taken`;
    const values = { found: records.length, limit: mostRows };
    return refusedAt(header.line, { code: 'table-too-long', message, values });
  }
  const faults = [...records.flatMap((record) => rowFaults(record, columns))];
  const rows = records.map((record) => requesterOf(record, columns));
  faults.push(...repeatedAddresses(rows));
  if (faults.length === 0) return { ok: true, rows };
  const inOrder = faults.toSorted((one, other) => one.line - other.line);
  return { ok: false, faults: inOrder.slice(0, mostFaults) };
}

interface TableRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

function recordsOf(
  text: string,
):
  | { readonly ok: true; readonly records: readonly TableRecord[] }
  | { readonly ok: false; readonly faults: readonly TableFault[] } {
  try {
    const parsed = parse(text, {
      bom: true,
      info: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    // A record with line breaks in it is named by the line on which it ends.
    const records = parsed.map(({ record, info }) => ({ line: info.lines, fields: record }));
    return { ok: true, records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const lines: unknown = error['lines'];
    const line = typeof lines === 'number' ? lines : 1;
    return refusedAt(line, { code: 'quote-misplaced', message: 'a double quote is out of place' });
  }
}

/** Spreadsheets write semicolons where the comma stands in numbers. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  return header.includes(';') && !header.includes(',') ? ';' : ',';
}

function refusedAt(
  line: number,
  finding: Finding,
): { readonly ok: false; readonly faults: readonly TableFault[] } {
  return { ok: false, faults: [{ line, ...finding }] };
}

function headerFault(columns: readonly string[]): Finding | null {
  const known: readonly string[] = columnNames;
  const unknown = columns.find((name) => !known.includes(name));
  if (unknown !== undefined) return columnUnknown(unknown);
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) {
    const message = `the column "${twice}" stands there twice`;
    return { code: 'column-repeated', message, values: { value: twice } };
  }
  return columns.includes('name') ? null : nameMissing;
}

const nameMissing: Finding = {
  ...{ code: 'column-missing', values: { value: 'name' } },
  message: 'the column "name" is missing',
};

const nameUnseen: Finding = {
  code: 'invisible-signs',
  message: 'the name must be one line of signs that can be seen',
};

function columnUnknown(value: string): Finding {
  const known = columnNames.join(', ');
  const message = `there is no column "${value}"; the columns are ${known}`;
  return { code: 'column-unknown', message, values: { value, known } };
}

function rowFaults(
  { line, fields }: TableRecord,
  columns: readonly string[],
): readonly TableFault[] {
  if (fields.length !== columns.length) {
    const [wanted, found] = [columns.length, fields.length];
    const message = `${wanted} fields expected, ${found} found`;
    return [{ line, code: 'fields-miscounted', message, values: { wanted, found } }];
  }
  return columns.flatMap((column, index) => {
    const finding = valueFault(column, fields[index] ?? '');
    return finding === null ? [] : [{ line, ...finding }];
  });
}

function valueFault(column: string, value: string): Finding | null {
  if (column === 'name') {
    if (value === '') return { code: 'empty', message: 'the name is missing' };
    if (!isVisibleName(value)) return nameUnseen;
    return longerThan(200, column, value);
  }
  if (value === '') return null;
  if (column === 'address') {
    if (address.test(value) && value.length <= 254) return null;
    return {
      code: 'address-malformed',
      message: `"${value}" is no mail address`,
      values: { value },
    };
  }
  if (column === 'language') {
    if (language.test(value)) return null;
    const message = `"${value}" is no language tag such as en or pt-BR`;
    return { code: 'language-malformed', message, values: { value } };
  }
  return longerThan(120, column, value);
}

function longerThan(limit: number, column: string, value: string): Finding | null {
  if (value.length <= limit) return null;
  const message = `the ${column} is longer than ${limit} characters`;
  return { code: 'too-long', message, values: { limit } };
}

function requesterOf({ line, fields }: TableRecord, columns: readonly string[]): TableRequester {
  const value = (column: Column): string | null => {
    const found = fields[columns.indexOf(column)] ?? '';
    return columns.includes(column) && found !== '' ? found : null;
  };
  return {
    line,
    name: nameAsKept(value('name') ?? ''),
    address: value('address'),
    language: value('language'),
    customer: value('customer'),
    department: value('department'),
  };
}

function repeatedAddresses(rows: readonly TableRequester[]): readonly TableFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, address: said }) => {
    if (said === null) return [];
    const key = said.toLowerCase();
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, line);
      return [];
    }
    const message = `the address of line ${before} again`;
    return [{ line, code: 'address-repeated', message, values: { line: before } }];
  });
}
