import { CsvError, parse } from 'csv-parse/sync';
import type { RequesterFacts } from './requester-store.js';

/** One thing wrong with a table, and the line on which it stands. */
export interface TableFault {
  readonly line: number;
  readonly message: string;
}

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
  if (!header) return refusedAt(1, 'the table is empty');
  const columns = header.fields.map((name) => name.trim().toLowerCase());
  const wrong = headerFault(columns);
  if (wrong !== null) return refusedAt(header.line, wrong);
  if (records.length > mostRows) {
    return refusedAt(
      header.line,
      `${records.length} rows are too many at once; ${mostRows} are taken`,
    );
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
    return refusedAt(line, 'a double quote is out of place');
  }
}

/** Spreadsheets write semicolons where the comma stands in numbers. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  return header.includes(';') && !header.includes(',') ? ';' : ',';
}

function refusedAt(
  line: number,
  message: string,
): { readonly ok: false; readonly faults: readonly TableFault[] } {
  return { ok: false, faults: [{ line, message }] };
}

function headerFault(columns: readonly string[]): string | null {
  const known: readonly string[] = columnNames;
  const unknown = columns.find((name) => !known.includes(name));
  const wanted = columnNames.join(', ');
  if (unknown !== undefined) return `there is no column "${unknown}"; the columns are ${wanted}`;
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) return `the column "${twice}" stands there twice`;
  return columns.includes('name') ? null : 'the column "name" is missing';
}

function rowFaults(
  { line, fields }: TableRecord,
  columns: readonly string[],
): readonly TableFault[] {
  if (fields.length !== columns.length) {
    return [{ line, message: `${columns.length} fields expected, ${fields.length} found` }];
  }
  return columns.flatMap((column, index) => {
    const message = valueFault(column, fields[index] ?? '');
    return message === null ? [] : [{ line, message }];
  });
}

function valueFault(column: string, value: string): string | null {
  if (column === 'name') {
    if (value === '') return 'the name is missing';
    return value.length > 200 ? 'the name is longer than 200 characters' : null;
  }
  if (value === '') return null;
  if (column === 'address') {
    return address.test(value) && value.length <= 254 ? null : `"${value}" is no mail address`;
  }
  if (column === 'language') {
    return language.test(value) ? null : `"${value}" is no language tag such as en or pt-BR`;
  }
  return value.length > 120 ? `the ${column} is longer than 120 characters` : null;
}

function requesterOf({ line, fields }: TableRecord, columns: readonly string[]): TableRequester {
  const value = (column: Column): string | null => {
    const found = fields[columns.indexOf(column)] ?? '';
    return columns.includes(column) && found !== '' ? found : null;
  };
  return {
    line,
    name: value('name') ?? '',
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
    return [{ line, message: `the address of line ${before} again` }];
  });
}
