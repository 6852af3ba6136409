import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../lock/process-start.mjs';
import { placesFor } from '../reachable.js';

/** The port that the embedded Postgres of a data folder listens on; null where it does not run, or does not let us see. */
export function portInUse(data: string): number | null {
  for (const folder of placesFor(data, 'postgres')) {
    const port = portIn(join(folder, 'cluster', 'postmaster.pid'));
    if (port !== null) return port;
  }
  return null;
}

function portIn(file: string): number | null {
  try {
    const [pid = '', , , port = ''] = readFileSync(file, 'utf8').split('\n');
    // It stays behind when Postgres was killed, and somebody else may have the port by then.
    return /^\d+$/.test(port) && isAlive(Number(pid)) ? Number(port) : null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EACCES') return null;
    throw error;
  }
}
