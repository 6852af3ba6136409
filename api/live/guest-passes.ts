import type { LiveFeed } from '../../activities/store/feed/live-feed.js';
import type { Session } from '../../workflows/domain/session/session.js';

/** What the passes need of the world. */
export interface GuestPassesOptions {
  readonly feed: Pick<LiveFeed, 'subscribe'>;
  readonly now: () => number;
  /** Told of a session when the pass of one of its guests has run out. */
  readonly onEnd: (session: Session, guest: string) => void;
}

/** A timer cannot wait longer. */
const longestWaitMs = 2_147_483_647;

/**
 * Tells when guests' passes run out: nothing happens in the session then, but what the guest has open
 * must end at that moment and not at the next look.
 */
export class GuestPasses {
  readonly #options: GuestPassesOptions;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #unsubscribe: (() => void) | null = null;

  constructor(options: GuestPassesOptions) {
    this.#options = options;
  }

  start(): void {
    this.#unsubscribe = this.#options.feed.subscribe((changes) => {
      for (const { row } of changes) this.#attend(row.session);
    });
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #attend(session: Session): void {
    clearTimeout(this.#timers.get(session.id));
    this.#timers.delete(session.id);
    const next = this.#nextEnd(session);
    if (!next) return;
    const wait = Math.min(longestWaitMs, next.until - this.#options.now());
    const timer = setTimeout(() => {
      if (next.until <= this.#options.now()) this.#options.onEnd(session, next.guest);
      this.#attend(session);
    }, wait);
    this.#timers.set(session.id, timer);
  }

  #nextEnd({ collaborators }: Session): { readonly guest: string; readonly until: number } | null {
    const now = this.#options.now();
    const ends = collaborators.flatMap(({ technician, guest }) =>
      guest && guest.until > now ? [{ guest: technician, until: guest.until }] : [],
    );
    return ends.toSorted((a, b) => a.until - b.until)[0] ?? null;
  }
}
