/** How many messages may come at once, and how many a second for long. */
const burst = 300;
const perSecond = 60;

/** Tells whether a sender keeps within a burst and a steady rate. */
export class MessageAllowance {
  #left = burst;
  #at: number;

  constructor(now: number) {
    this.#at = now;
  }

  /** Takes one message off the allowance; false when there is none left. */
  take(now: number): boolean {
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
