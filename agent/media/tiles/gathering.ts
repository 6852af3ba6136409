/** Pixels of a change that can wait for the next one: a letter, a blinking cursor. */
const little = 2_000;
/** The most that it waits after what was sent before it. */
const usualWait = 350;
/** So long after their own input a technician looks for what it does. */
const attention = 1_500;

/**
 * Says how long a small change waits for others, so that a person's typing does not cost an envelope for
 * each letter. What comes after a pause, what is large and what a technician has done waits not at all.
 */
export class Gathering {
  #sentAt = Number.NEGATIVE_INFINITY;
  #attentiveUntil = Number.NEGATIVE_INFINITY;

  sent(now: number): void {
    this.#sentAt = now;
  }

  /** A technician did something. */
  touched(now: number): void {
    this.#attentiveUntil = now + attention;
  }

  /** For how many milliseconds a change of so many pixels waits. */
  wait(pixels: number, now: number): number {
    if (pixels > little || now < this.#attentiveUntil) return 0;
    return Math.max(0, this.#sentAt + usualWait - now);
  }
}
