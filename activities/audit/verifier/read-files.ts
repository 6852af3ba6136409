import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Log from '../bundle.js';

/** Reads a bundle's folder; throws with the place where a file breaks off or is not what it should be. */
export function readBundle(folder: string): Log.Bundle {
  const about = readJson(join(folder, 'bundle.json'), 'bundle.json') as Log.About;
  const read = (file: string): Log.Line[] => readLines(join(folder, file), file);
  return {
    about,
    keys: read('keys.jsonl'),
    heads: read('heads.jsonl'),
    entries: read('entries.jsonl'),
    erasures: read('erasures.jsonl'),
  };
}

/** Reads a file of one JSON value a line. */
export function readLines(path: string, name: string): Log.Line[] {
  const lines = textOf(path, name).split('\n');
  if (lines.pop() !== '') throw new Error(`${name}:${lines.length + 1}: the file breaks off here`);
  return lines.map((line, index) => {
    const place = `${name}:${index + 1}`;
    return { place, value: parsed(place, line) };
  });
}

/** Reads a file of JSON. */
export function readJson(path: string, name: string): unknown {
  return parsed(name, textOf(path, name));
}

function textOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error(`${name}: cannot be read`); // Any reason will do.
  }
}

function parsed(place: string, text: string): unknown {
  const value = valueOf(place, text);
  // Readers of JSON do not agree which of two counts.
  if (namesWritten(text) !== namesIn(value)) throw new Error(`${place}: a name stands there twice`);
  return value;
}

function valueOf(place: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`${place}: is not JSON`); // Whatever the parser says, the place is what helps.
  }
}

/** How many names of members stand in a text, those written twice counted twice. */
function namesWritten(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) {
    if (colon !== undefined) count += 1;
  }
  return count;
}

function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const values: readonly unknown[] = Object.values(value);
  const own = Array.isArray(value) ? 0 : values.length;
  return values.reduce<number>((sum, one) => sum + namesIn(one), own);
}
