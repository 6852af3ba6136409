import { isFree } from '../supervisor/preflight/is-free.mjs';

const reach = 100;

/** The first free port of this machine from one on, so that a demonstration is found at the same place again. */
export async function firstFree(from: number): Promise<number> {
  for (let port = from; port < from + reach; port += 1) if (await isFree(port)) return port;
  throw new Error(`The ports ${from} to ${from + reach - 1} are all in use.`);
}
