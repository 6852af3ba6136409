import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is neither `undefined`, `null` nor `false`; throws after `within` milliseconds. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  within = 10_000,
): Promise<T> {
  const deadline = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`Not in time: ${what}`);
    await pause(20);
  }
}
