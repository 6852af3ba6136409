import { setTimeout as pause } from 'node:timers/promises';

/** Work that is done again and again until it is stopped. */
export interface Repeated {
  /** Ends it and waits for what is under way. */
  stop(): Promise<void>;
}

/** Does some work every so many milliseconds; a failure is told and does not end it. */
export function repeat(
  everyMs: number,
  work: () => Promise<unknown>,
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
      await work().catch(onError);
      // Being told to stop is the one reason why a pause ends early.
      await pause(everyMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }
}
