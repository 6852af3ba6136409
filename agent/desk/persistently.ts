import { setTimeout as wait } from 'node:timers/promises';
import { DeskProblem } from './desk-problem.js';

const firstPause = 500;
const longestPause = 8000;

/**
 * Repeats a request until the desk has answered it, one way or the other, or `signal` ends it.
 * The request must carry the same idempotency key each time.
 * @returns the answer, or undefined when the desk refused or the signal came
 */
export async function persistently<Answer>(
  request: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
    try {
      return await request();
    } catch (error) {
      // A refusal stays one; anything else is the network or a desk that is being restarted.
      if (error instanceof DeskProblem && !error.passing) return undefined;
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
