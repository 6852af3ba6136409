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
  const lines = readFileSync(path, 'utf8').split('\n');
  if (lines.pop() !== '') throw new Error(`${name}:${lines.length + 1}: the file breaks off here`);
  return lines.map((line, index) => {
    const place = `${name}:${index + 1}`;
    return { place, value: parsed(place, line) };
  });
}

/** Reads a file of JSON. */
export function readJson(path: string, name: string): unknown {
  return parsed(name, readFileSync(path, 'utf8'));
}

function parsed(place: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`${place}: is not JSON`); // Whatever the parser says, the place is what helps.
  }
}
