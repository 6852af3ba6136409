import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The port that the embedded Postgres of a data folder listens on; null where it does not run, or does not let us see. */
export function portInUse(data: string): number | null {
  try {
    const file = join(data, 'postgres', 'cluster', 'postmaster.pid');
    // After its process, its folder and when it started.
    const port = readFileSync(file, 'utf8').split('\n')[3] ?? '';
    return /^\d+$/.test(port) ? Number(port) : null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EACCES') return null;
    throw error;
  }
}
