import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where downloads and built programs are kept between clones.
 * @param {NodeJS.ProcessEnv} environment
 */
export function cacheFolder(environment) {
  const usual = environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return resolve(environment['MAYDAY_CACHE'] ?? join(usual, 'mayday'));
}
