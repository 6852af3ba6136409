import type { Chance } from '../measure/chance.js';

/** What a line is like, the same both ways. */
export interface LineTerms {
  /** From one end to the other, once a packet has left. */
  readonly delayMs: number;
  readonly kilobitsPerSecond: number;
  /** The share of the packets that never arrive. */
  readonly loss: number;
  /** So long may a packet wait for its turn; one that would wait longer is dropped. */
  readonly queueMs: number;
}

/** One way of a line: when a packet arrives, if it does. Milliseconds that only grow. */
export class Lane {
  readonly #terms: LineTerms;
  readonly #chance: Chance;
  #freeAt = Number.NEGATIVE_INFINITY;

  constructor(terms: LineTerms, chance: Chance) {
    this.#terms = terms;
    this.#chance = chance;
  }

  /** When a packet that is sent now is at the other end; null when it is lost. */
  arrivalOf(bytes: number, now: number): number | null {
    const { delayMs, kilobitsPerSecond, loss, queueMs } = this.#terms;
    const begins = Math.max(now, this.#freeAt);
    if (begins - now > queueMs) return null;
    this.#freeAt = begins + (bytes * 8) / kilobitsPerSecond;
    // What is lost on the way has taken its time on the line all the same.
    return this.#chance() < loss ? null : this.#freeAt + delayMs;
  }
}
