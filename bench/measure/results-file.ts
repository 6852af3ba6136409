import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Result } from './result.js';

type Stored = Readonly<Record<string, Result>>;

/** Keeps results by id, each as it was last measured; answers all of them in the order of their ids. */
export function recordResults(file: string, fresh: readonly Result[]): readonly Result[] {
  const merged: Stored = { ...read(file), ...Object.fromEntries(fresh.map((r) => [r.id, r])) };
  const results = Object.values(merged).toSorted(byId);
  const stored = Object.fromEntries(results.map((result) => [result.id, result]));
  writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`);
  return results;
}

function read(file: string): Stored {
  if (!existsSync(file)) return {};
  // The file is our own and stands under version control, so its shape is what was written.
  return JSON.parse(readFileSync(file, 'utf8')) as Stored;
}

function byId(a: Result, b: Result): number {
  return a.id.localeCompare(b.id, 'en', { numeric: true });
}
