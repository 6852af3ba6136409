import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Fault, Read } from './fault.js';

/** The way from the top of a document to a value, such as `['roles', 3, 'in']`. */
export type Path = readonly (string | number)[];

/** A JSON text that was read, and the line of each value in it. */
export interface JsonDocument {
  readonly value: unknown;
  lineOf(path: Path): number;
}

/** No file of ours nests more than a tenth of this; one that does would use up the stack. */
const mostLevels = 100;
const tooDeep = `nested more than ${mostLevels} levels deep`;

/** Reads JSON so that faults found later can name their line; a key written twice is a fault already. */
export function readJson(file: string, written: string): Read<JsonDocument> {
  // Some editors put a mark of the byte order before it.
  const text = written.replace(/^\uFEFF/, '');
  const value = parse(text);
  if (value instanceof SyntaxError) return { ok: false, faults: [syntaxFault(file, text, value)] };
  const keys = keysIn(value);
  if (Number.isNaN(keys)) return { ok: false, faults: [{ file, line: 1, message: tooDeep }] };
  if (keysWritten(text) !== keys) {
    return { ok: false, faults: new PlacedJson(text).duplicates(file) };
  }
  // Telling lines takes a hundred times as long as reading, and most files have no fault.
  let placed: PlacedJson | null = null;
  const lineOf = (path: Path): number => (placed ??= new PlacedJson(text)).lineOf(path);
  return { ok: true, value: { value, lineOf } };
}

/** A JSON text in which every value knows its place. */
class PlacedJson {
  readonly #lines = new LineCounter();
  readonly #document;

  constructor(text: string) {
    const options = { lineCounter: this.#lines, uniqueKeys: true, schema: 'json' } as const;
    this.#document = parseDocument(text, options);
  }

  duplicates(file: string): Fault[] {
    return this.#document.errors.map((error) => ({
      file,
      line: this.#lines.linePos(error.pos[0]).line,
      message: error.code === 'DUPLICATE_KEY' ? 'this key is written twice' : error.code,
    }));
  }

  lineOf(path: Path): number {
    const node = this.#document.getIn(path, true);
    if (isNode(node) && node.range) return this.#lines.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : this.lineOf(path.slice(0, -1));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return error; // The only error JSON.parse has.
    throw error;
  }
}

const stringAndColon = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/** How many keys stand in a text that is JSON, those written twice counted twice. */
function keysWritten(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(stringAndColon)) if (colon !== undefined) keys += 1;
  return keys;
}

/** How many keys a value has with all that is in it; not a number where it is nested too deeply to be read on. */
function keysIn(value: unknown, levels = mostLevels): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) return NaN;
  const values: readonly unknown[] = Object.values(value);
  const own = Array.isArray(value) ? 0 : values.length;
  return values.reduce<number>((sum, one) => sum + keysIn(one, levels - 1), own);
}

/** Node's message does not always tell the place; where it does not, the other parser's first error does. */
function syntaxFault(file: string, text: string, error: SyntaxError): Fault {
  const told = /at position (\d+)/.exec(error.message)?.[1];
  const position = told === undefined ? parseDocument(text).errors[0]?.pos[0] : Number(told);
  const line = text.slice(0, position ?? text.length).split('\n').length;
  const reason = error.message.split(', "')[0]?.split(' in JSON')[0] ?? error.message;
  return { file, line, message: `not JSON: ${reason}` };
}
