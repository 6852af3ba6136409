import { join } from 'node:path';

/**
 * The root of Debian's package as it is unpacked into the cache.
 * @param {string} cache
 */
export function janusInCache(cache) {
  return join(cache, 'janus-debian/root');
}
