import { DeskUnreachable } from './desk-error.js';

const firstWaitMs = 500;
const longestWaitMs = 5_000;

/** How a task goes on although the desk may be away for a while. */
export interface Persistence {
  /** Called after each attempt that found no desk. */
  readonly onAway?: () => void;
  /** Asked before each new attempt; no means that the task has lost its purpose. */
  readonly wanted?: () => boolean;
}

/** Does the task until the desk has answered, waiting longer each time; a refusal is an answer. */
export async function persist<T>(
  task: () => Promise<T>,
  { onAway, wanted = () => true }: Persistence = {},
): Promise<T> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof DeskUnreachable)) throw error;
      onAway?.();
      await networkOr(waitMs);
      if (!wanted()) throw error;
    }
  }
}

/** Waits that long, or less when the browser says that the network is back. */
function networkOr(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
  });
}
