import { join } from 'node:path';
import { findProgram, isExecutable } from './find-program.mjs';

/** The last release of the command line whose server `go install` builds; its server is 1.29. */
export const release = '1.5.1';

/**
 * Where a program `temporal` that was brought is kept.
 * @param {string} cache
 */
export function temporalFolder(cache) {
  return join(cache, `temporal-${release}`);
}

/**
 * The program `temporal` on PATH or in the cache, without bringing it.
 * @param {string} cache
 */
export function findTemporal(cache) {
  const kept = join(temporalFolder(cache), 'temporal');
  return findProgram('temporal') ?? (isExecutable(kept) ? kept : undefined);
}
