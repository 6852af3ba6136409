const leaseMs = 5000;

/** How long the technician may drive without a word from the desk. */
export class Lease {
  #until = Number.NEGATIVE_INFINITY;

  /** The desk gave a sign of life. */
  renew(now: number): void {
    this.#until = now + leaseMs;
  }

  holds(now: number): boolean {
    return now < this.#until;
  }

  /** Milliseconds until it lapses unless it is renewed. */
  left(now: number): number {
    return Math.max(0, this.#until - now);
  }
}
