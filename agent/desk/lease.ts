const leaseMs = 5000;

/** How long the technician may drive without a word from the desk. */
export class Lease {
  #until = Number.NEGATIVE_INFINITY;

  /**
   * The desk vouches for what is allowed.
   * @param ageMs for how long something may have changed without whoever speaks for the desk knowing
   */
  renew(now: number, ageMs: number): void {
    this.#until = Math.max(this.#until, now - ageMs + leaseMs);
  }

  holds(now: number): boolean {
    return now < this.#until;
  }

  /** Milliseconds until it lapses unless it is renewed. */
  left(now: number): number {
    return Math.max(0, this.#until - now);
  }
}
