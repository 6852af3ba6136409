import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { QueueRow } from './contract.js';
import { DeskApi } from './desk-api.js';
import { DESK_FETCH } from './desk-fetch.js';
import { DeskProblem } from './desk-problem.js';
import type { LiveEvent } from './live-event.js';
import { readLive } from './live-stream.js';

export type LiveStatus = 'connecting' | 'online' | 'reconnecting';

/** What the leading tab tells the others, and what a new tab asks. */
type TabMessage =
  | { readonly kind: 'event'; readonly event: LiveEvent; readonly id: string | null }
  | { readonly kind: 'status'; readonly status: LiveStatus }
  | { readonly kind: 'asking' };

const lockName = 'mayday-live';
const firstPause = 400;
const longestPause = 8_000;

/** One live stream for all tabs of this browser: the tab that holds the lock reads it and tells the others. */
@Injectable({ providedIn: 'root' })
export class LiveFeed {
  readonly #fetch = inject(DESK_FETCH);
  readonly #api = inject(DeskApi);
  readonly #tabs = new BroadcastChannel(lockName);
  readonly #listeners = new Set<(event: LiveEvent) => void>();
  readonly #status = signal<LiveStatus>('connecting');
  readonly #leading = signal(false);
  #stop: AbortController | null = null;
  #lastId: string | null = null;

  readonly status = this.#status.asReadonly();
  /** Whether this tab is the one that makes sounds and notices. */
  readonly leading = this.#leading.asReadonly();

  constructor() {
    this.#tabs.onmessage = (message: MessageEvent<TabMessage>) => {
      this.#hear(message.data);
    };
    inject(DestroyRef).onDestroy(() => {
      this.stop();
      this.#tabs.close();
    });
  }

  /** Begins to listen; once is enough. */
  start(): void {
    if (this.#stop) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#tell({ kind: 'asking' });
    navigator.locks
      .request(lockName, { signal: stop.signal }, () => this.#lead(stop.signal))
      // The lock is refused only when listening was stopped while this tab stood in line.
      .catch(() => undefined);
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = null;
  }

  /** Calls back for each event until the returned function is called. */
  listen(listener: (event: LiveEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells this tab what a command has just answered, without waiting for the desk to say so. */
  knowAlready(row: QueueRow): void {
    this.#emit({ type: 'session', row });
  }

  async #lead(stop: AbortSignal): Promise<void> {
    this.#leading.set(true);
    let pause = firstPause;
    let from = performance.now();
    while (await this.#read(stop)) {
      this.#say('reconnecting');
      pause =
        performance.now() - from > longestPause ? firstPause : Math.min(pause * 2, longestPause);
      await pauseFor(pause * (0.5 + Math.random()), stop);
      from = performance.now();
    }
    this.#leading.set(false);
  }

  /** Reads until the stream breaks; false when there is no sense in trying again. */
  async #read(stop: AbortSignal): Promise<boolean> {
    try {
      for await (const { id, event } of readLive(this.#fetch, this.#lastId, stop)) {
        this.#say('online');
        this.#lastId = id ?? this.#lastId;
        if (event) this.#pass(event);
      }
      return !stop.aborted;
    } catch (thrown) {
      // A broken line is an AbortError or TypeError; only the desk's own 401 ends the listening.
      const unknown = thrown instanceof DeskProblem && thrown.problem.status === 401;
      if (unknown) await this.#api.me().catch(() => undefined);
      return !unknown && !stop.aborted;
    }
  }

  #pass(event: LiveEvent): void {
    this.#tell({ kind: 'event', event, id: this.#lastId });
    this.#emit(event);
  }

  #say(status: LiveStatus): void {
    if (status === this.#status()) return;
    this.#status.set(status);
    this.#tell({ kind: 'status', status });
  }

  #hear(message: TabMessage): void {
    if (message.kind === 'asking') {
      if (this.#leading()) this.#tell({ kind: 'status', status: this.#status() });
    } else if (message.kind === 'status') {
      this.#status.set(message.status);
    } else {
      this.#lastId = message.id;
      this.#emit(message.event);
    }
  }

  #emit(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #tell(message: TabMessage): void {
    this.#tabs.postMessage(message);
  }
}

function pauseFor(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
