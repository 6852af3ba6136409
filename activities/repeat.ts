import { setTimeout as pause } from 'node:timers/promises';

/** Work that is done again and again until it is stopped. */
export interface Repeated {
  /** Ends it and waits for what is under way. */
  stop(): Promise<void>;
}

/** Does some work at once and then every so many milliseconds, never twice at a time; a failure is told and does not end it. */
export function repeat(
  everyMs: number,
  work: () => unknown,
  onError: (error: unknown) => void,
): Repeated {
  const ending = new AbortController();
  const done = run();
  return {
    async stop() {
      ending.abort();
      await done;
    },
  };

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        await work();
      } catch (error) {
        onError(error); // Whatever it was, the next time may go well.
      }
      // Being told to stop is the one reason why a pause ends early.
      await pause(everyMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }
}
