const usualInterval = 16;
const hurriedInterval = 2;
const hurriedCaptures = 4;

/** How soon the screen may be captured again: sparing as a rule, at once after an input, whose effect someone awaits. */
export class CapturePace {
  #last = Number.NEGATIVE_INFINITY;
  #hurried = 0;

  /** An input was done: the next few captures follow closely. */
  hurry(): void {
    this.#hurried = hurriedCaptures;
  }

  /** Milliseconds to wait before the next capture. */
  delay(now: number): number {
    const interval = this.#hurried > 0 ? hurriedInterval : usualInterval;
    return Math.max(0, this.#last + interval - now);
  }

  captured(now: number): void {
    this.#last = now;
    this.#hurried = Math.max(0, this.#hurried - 1);
  }
}
