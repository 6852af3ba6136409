import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import { isLoopback } from './settings/public-url.mjs';

/** Under which addresses other machines reach the relay when those are not the machine's own, as behind a 1:1 NAT; none for a desk that serves this machine only. */
export async function mediaAddresses(name: string): Promise<string[]> {
  if (isLoopback(name)) return [];
  const own = new Set(
    Object.values(networkInterfaces()).flatMap((list) =>
      (list ?? []).map(({ address }) => address),
    ),
  );
  const known = await resolved(name);
  return known.some((address) => own.has(address)) ? [] : known;
}

async function resolved(name: string): Promise<string[]> {
  try {
    return (await lookup(name, { all: true })).map(({ address }) => address);
  } catch {
    return []; // The name is not known on this machine; the relay then offers the machine's own addresses.
  }
}
