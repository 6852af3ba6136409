import type { Change, LiveFeed } from '../../activities/store/feed/live-feed.js';

/** Lets a request wait until something happens to a session, whichever process does it. */
export class CodeWaits {
  readonly #feed: Pick<LiveFeed, 'subscribe'>;
  readonly #waiting = new Map<string, Set<() => void>>();
  #unsubscribe: (() => void) | null = null;

  constructor(feed: Pick<LiveFeed, 'subscribe'>) {
    this.#feed = feed;
  }

  /** How many requests wait. */
  get size(): number {
    return [...this.#waiting.values()].reduce((sum, those) => sum + those.size, 0);
  }

  /** Resolves when the session changes, or after a time; begins to listen before `look` looks. */
  async until(sessionId: string, forMs: number, look: () => Promise<boolean>): Promise<void> {
    const ends = performance.now() + forMs;
    for (;;) {
      const change = this.#next(sessionId, ends - performance.now());
      if (await look()) {
        change.cancel();
        return;
      }
      if (!(await change.came)) return;
    }
  }

  #next(sessionId: string, forMs: number) {
    const { promise: came, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(
      () => {
        done(false);
      },
      Math.max(0, forMs),
    );
    const heard = (): void => {
      done(true);
    };
    const done = (what: boolean): void => {
      clearTimeout(timer);
      this.#remove(sessionId, heard);
      resolve(what);
    };
    this.#add(sessionId, heard);
    return {
      came,
      cancel: () => {
        done(false);
      },
    };
  }

  #add(sessionId: string, heard: () => void): void {
    this.#unsubscribe ??= this.#feed.subscribe((changes) => {
      this.#tell(changes);
    });
    const those = this.#waiting.get(sessionId) ?? new Set();
    this.#waiting.set(sessionId, those.add(heard));
  }

  #remove(sessionId: string, heard: () => void): void {
    const those = this.#waiting.get(sessionId);
    those?.delete(heard);
    if (those?.size === 0) this.#waiting.delete(sessionId);
    if (this.#waiting.size > 0) return;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  #tell(changes: readonly Change[]): void {
    for (const { row } of changes) {
      for (const heard of this.#waiting.get(row.session.id) ?? []) heard();
    }
  }
}
