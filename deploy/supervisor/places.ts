import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder of the clone, seen from build/deploy/supervisor. */
export const project = resolve(import.meta.dirname, '../../..');

/** Where downloads and built programs are kept between clones. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const usual = environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return resolve(environment['MAYDAY_CACHE'] ?? join(usual, 'mayday'));
}
