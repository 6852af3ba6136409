import { setTimeout as wait } from 'node:timers/promises';

/** Polls until `look` answers something other than undefined, null or false; throws with `what` when that takes too long. */
export async function until<Found>(
  what: string,
  look: () => Found | Promise<Found>,
  patienceMs = 25_000,
): Promise<NonNullable<Found>> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`It never happened: ${what}.`);
    await wait(20);
  }
}
