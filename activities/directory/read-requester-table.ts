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

/** U+FFFD stands where a reader could make no letter of what was written. */
const lettersLost: Finding = {
  code: 'letters-lost',
  message: 'letters were lost here: save the table as UTF-8',
};

function unseen(column: string): Finding {
  const message = `the ${column} must be one line of signs that can be seen`;
  return { code: 'invisible-signs', message };
}

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
  if (value.includes('\uFFFD')) return lettersLost;
  if (column === 'name' && value === '') return { code: 'empty', message: 'the name is missing' };
  return value === '' ? null : (faultsOf[column]?.(value, column) ?? null);
}

/** What can be wrong with a value that is there, by its column. */
const faultsOf: Readonly<Record<string, (value: string, column: string) => Finding | null>> = {
  name: (value, column) => (isVisibleName(value) ? longerThan(200, column, value) : unseen(column)),
  customer: (value, column) =>
    isVisibleName(value) ? longerThan(120, column, value) : unseen(column),
  department: (value, column) =>
    isVisibleName(value) ? longerThan(120, column, value) : unseen(column),
  address(value) {
    if (address.test(value) && value.length <= 254) return null;
    const message = `"${value}" is no mail address`;
    return { code: 'address-malformed', message, values: { value } };
  },
  language(value) {
    if (language.test(value)) return null;
    const message = `"${value}" is no language tag such as en or pt-BR`;
    return { code: 'language-malformed', message, values: { value } };
  },
};

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
  const customer = value('customer');
  return {
    line,
    name: nameAsKept(value('name') ?? ''),
    address: value('address'),
    language: value('language'),
    customer: customer === null ? null : nameAsKept(customer),
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
