import { setTimeout as pause } from 'node:timers/promises';

/** A condition that did not come true in time; the message says which. */
class TooLate extends Error {}

/** Asks again and again until the answer is not `undefined` or `false`; throws TooLate after `within` milliseconds. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  { within = 30_000, every = 40 }: { within?: number; every?: number } = {},
): Promise<T> {
  const deadline = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) {
      throw new TooLate(`${what}: not within ${(within / 1000).toFixed(0)} s`);
    }
    await pause(every);
  }
}
