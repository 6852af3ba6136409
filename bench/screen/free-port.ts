import { isFree } from '../../deploy/supervisor/preflight/is-free.mjs';

const first = 27_000;
const last = 27_999;
let next = first;

/** A TCP port on loopback that nobody uses and that was not given out before; throws when there is none. */
export async function freePort(): Promise<number> {
  for (; next <= last; next += 1) {
    if (await isFree(next)) return next++;
  }
  throw new Error(`The ports ${first} to ${last} are all in use.`);
}
