import { setTimeout as pause } from 'node:timers/promises';

const withinMs = 12_000;
const everyMs = 30;

/** Asks again and again until the condition holds; throws with its name when it does not in time. */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Not in time: ${what}`);
    await pause(everyMs);
  }
}
