import type { StaffSessionStore } from '../../activities/store/staff-session-store.js';

/** Gathers who was here, so that the store is told once for many requests. */
export class Presence {
  readonly #staffSessions: Pick<StaffSessionStore, 'seen'>;
  #seen = new Set<string>();

  constructor(staffSessions: Pick<StaffSessionStore, 'seen'>) {
    this.#staffSessions = staffSessions;
  }

  /** Notes that a sign-in was used. */
  noteStaff(signInHash: string): void {
    this.#seen.add(signInHash);
  }

  /** Writes down who was here since the last time. */
  async flush(): Promise<void> {
    const seen = [...this.#seen];
    this.#seen = new Set();
    await this.#staffSessions.seen(seen);
  }
}
