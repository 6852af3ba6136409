import { setTimeout as pause } from 'node:timers/promises';

/** Less than a spec may take, so that it says what it waited for in vain. */
const patience = 20_000;

/** Asks until the answer is neither `undefined`, `null` nor `false`; throws after `within` milliseconds. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  within = patience,
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`Not in time: ${what}`);
    await pause(20);
  }
}

function isThere<T>(answer: T): answer is Exclude<T, undefined | null | false> {
  return answer !== undefined && answer !== null && answer !== false;
}
