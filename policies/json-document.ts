import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Fault, Read } from './fault.js';

/** The way from the top of a document to a value, such as `['roles', 3, 'in']`. */
export type Path = readonly (string | number)[];

/** A JSON text that was read, and the line of each value in it. */
export interface JsonDocument {
  readonly value: unknown;
  lineOf(path: Path): number;
}

/** Reads JSON so that faults found later can name their line; a key written twice is a fault already. */
export function readJson(file: string, written: string): Read<JsonDocument> {
  // Some editors put a mark of the byte order before it.
  const text = written.replace(/^\uFEFF/, '');
  const value = parse(text);
  if (value instanceof SyntaxError) return { ok: false, faults: [syntaxFault(file, text, value)] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'json' });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      message: error.code === 'DUPLICATE_KEY' ? 'this key is written twice' : error.code,
    }));
    return { ok: false, faults };
  }
  const lineOf = (path: Path): number => {
    const node = document.getIn(path, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  return { ok: true, value: { value, lineOf } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return error; // The only error JSON.parse has.
    throw error;
  }
}

/** Node's message does not always tell the place; where it does not, the other parser's first error does. */
function syntaxFault(file: string, text: string, error: SyntaxError): Fault {
  const told = /at position (\d+)/.exec(error.message)?.[1];
  const position = told === undefined ? parseDocument(text).errors[0]?.pos[0] : Number(told);
  const line = text.slice(0, position ?? text.length).split('\n').length;
  const reason = error.message.split(', "')[0]?.split(' in JSON')[0] ?? error.message;
  return { file, line, message: `not JSON: ${reason}` };
}
