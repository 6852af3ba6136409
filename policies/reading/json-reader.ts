import { readOf, type Fault, type Read } from './fault.js';
import { readJson, type JsonDocument, type Path } from './json-document.js';

/** An object's fields by name. */
export type Fields = Readonly<Record<string, unknown>>;

/** Goes through a JSON document and gathers everything wrong in it, each with its line and place. */
export class JsonReader {
  readonly #file: string;
  readonly #document: JsonDocument;
  readonly #faults: Fault[] = [];

  constructor(file: string, document: JsonDocument) {
    this.#file = file;
    this.#document = document;
  }

  get top(): unknown {
    return this.#document.value;
  }

  /** Notes a fault; answers null, so that it can be returned in place of what could not be read. */
  fault(path: Path, message: string): null {
    const line = this.#document.lineOf(path);
    this.#faults.push({ file: this.#file, line, message: `${placeOf(path)}${message}` });
    return null;
  }

  /** The fields of an object; anything else has none. */
  object(value: unknown, path: Path, expected: readonly string[]): Fields {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
    this.fault(path, `an object with ${expected.join(', ')} expected`);
    return {};
  }

  /** The fields of an object that may have no others than these. */
  closedObject(value: unknown, path: Path, allowed: readonly string[]): Fields {
    const fields = this.object(value, path, allowed);
    for (const name of Object.keys(fields).filter((found) => !allowed.includes(found))) {
      this.fault([...path, name], `${quoted(name)} means nothing here (${allowed.join(', ')})`);
    }
    return fields;
  }

  /** A list below `path`, without the items that could not be read; one that is left out is empty. */
  list<T>(fields: Fields, path: Path, read: (value: unknown, path: Path) => T | null): T[] {
    const name = String(path.at(-1));
    const values = fields[name] ?? [];
    if (!Array.isArray(values)) {
      this.fault(path, `${quoted(name)} must be a list`);
      return [];
    }
    return values
      .map((value: unknown, index) => read(value, [...path, index]))
      .filter((item) => item !== null);
  }

  /** What was read, unless there was a fault. */
  read<T>(value: T): Read<T> {
    const inOrder = this.#faults.toSorted((a, b) => a.line - b.line);
    return readOf(value, inOrder);
  }
}

/** Reads a JSON text with a reader of its form. */
export function readJsonWith<T>(
  file: string,
  text: string,
  read: (reader: JsonReader) => T,
): Read<T> {
  const document = readJson(file, text);
  if (!document.ok) return document;
  const reader = new JsonReader(file, document.value);
  const value = read(reader);
  return reader.read(value);
}

/** A value as it stands in the file, for a fault's sentence. */
export function quoted(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function placeOf(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return path.length === 0 ? '' : `${steps.join('').replace(/^\./, '')}: `;
}
