import type { Fault } from './fault.js';

/** One record of a table, with the line it stands on. */
export interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A table with its header, or what is wrong with it. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
}

/**
 * Reads comma separated values with a header in one of the given forms. Empty lines and lines that
 * begin with `#` are skipped; a field may stand in double quotes, blanks and all, but not over
 * several lines.
 */
export function readCsv(
  file: string,
  text: string,
  headers: readonly (readonly string[])[],
): Table {
  const faults: Fault[] = [];
  const lines = linesOf(text).map(({ line, content }) => {
    const fields = fieldsOf(content);
    if (fields === null) faults.push({ file, line, message: 'a double quote is out of place' });
    return { line, fields };
  });
  const [first, ...rest] = lines;
  const header = first?.fields ?? [];
  if (!headers.some((known) => sameFields(known, header))) {
    const wanted = headers.map((known) => `"${known.join(',')}"`).join(' or ');
    faults.push({ file, line: first?.line ?? 1, message: `the header line must be ${wanted}` });
    return { header, rows: [], faults };
  }
  const rows = rest.flatMap(({ line, fields }) => {
    if (fields === null) return [];
    if (fields.length === header.length) return [{ line, fields }];
    const message = `${header.length} fields expected (${header.join(',')}), ${fields.length} found`;
    faults.push({ file, line, message });
    return [];
  });
  return { header, rows, faults };
}

/** Writes one record, with quotes only where they are needed. */
export function csvLine(fields: readonly string[]): string {
  return fields.map(quoteWhereNeeded).join(',');
}

function linesOf(text: string): { line: number; content: string }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((content, index) => ({ line: index + 1, content }))
    .filter(({ content }) => content.trim() !== '' && !content.startsWith('#'));
}

const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;

function fieldsOf(content: string): string[] | null {
  const fields: string[] = [];
  field.lastIndex = 0;
  for (;;) {
    const found = field.exec(content);
    if (found === null) return null;
    fields.push(found[1]?.replaceAll('""', '"') ?? (found[2] ?? '').trim());
    if (found[3] === '') return fields;
  }
}

function quoteWhereNeeded(text: string): string {
  return /[",]|^#|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function sameFields(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
