import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../deploy/supervisor/settings/cache-folder.mjs';

/** How far the runs of a seed have come, and what was found. */
export interface FaultProgress {
  readonly done: number;
  readonly violations: readonly string[];
}

/** What is kept of a seed's runs; nothing where there were none. */
export function readProgress(seed: number): FaultProgress {
  const file = fileOf(seed);
  if (!existsSync(file)) return { done: 0, violations: [] };
  // Our own file, whose shape is what was written.
  return JSON.parse(readFileSync(file, 'utf8')) as FaultProgress;
}

/** Keeps it, so that a run that was ended goes on where it was. */
export function keepProgress(seed: number, progress: FaultProgress): void {
  const file = fileOf(seed);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(progress));
}

function fileOf(seed: number): string {
  return join(cacheFolder(process.env), 'faults', `${seed}.json`);
}
