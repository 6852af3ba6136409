interface Flight {
  readonly number: number;
  readonly bytes: number;
  readonly at: number;
  /** What had arrived in all when it left. */
  readonly arrivedBefore: number;
  /** Whether the window was full with it: only then does its time tell what the line can carry. */
  readonly filled: boolean;
}

/** As much as may always be under way; in bytes. */
const least = 32_768;
const most = 2_097_152;
/** Milliseconds of the line's rate that may be under way beyond what the round trip holds. */
const leeway = 20;
const headroom = 1.25;
/** A shorter round trip is believed at once; a longer one, which may be our own queue, by so much a millisecond. */
const slowerBelief = 0.00002;

/**
 * How much may be under way to a viewer: what the line carries in a round trip, and a little, so that
 * nothing waits in queues on the way and what is sent next is the newest.
 */
export class FlightWindow {
  #flights: Flight[] = [];
  #underWay = 0;
  #arrived = 0;
  /** Bytes a millisecond that the line has been seen to carry. */
  #rate = 0;
  #learntAt = 0;
  #roundTrip = Number.POSITIVE_INFINITY;

  /** The shortest round trip that was seen lately, in milliseconds; null before the first. */
  get roundTripMs(): number | null {
    return Number.isFinite(this.#roundTrip) ? this.#roundTrip : null;
  }

  get isOpen(): boolean {
    return this.hasRoomFor(0);
  }

  /** Whether it is still open after so many bytes more. */
  hasRoomFor(bytes: number): boolean {
    return this.#underWay + bytes < this.#limit;
  }

  sent(number: number, bytes: number, now: number): void {
    this.#underWay += bytes;
    const filled = !this.isOpen;
    this.#flights.push({ number, bytes, at: now, arrivedBefore: this.#arrived, filled });
  }

  /** Everything up to a number has arrived and was shown. */
  shown(number: number, now: number): void {
    let last: Flight | undefined;
    while (this.#flights[0] && this.#flights[0].number <= number) {
      last = this.#flights.shift();
      this.#underWay -= last?.bytes ?? 0;
      this.#arrived += last?.bytes ?? 0;
    }
    if (last) this.#learn(last, now);
  }

  /** Nothing is under way any more; what is known of the line stays. */
  clear(): void {
    this.#flights = [];
    this.#underWay = 0;
  }

  get #limit(): number {
    const carried = this.#rate * ((this.roundTripMs ?? 0) + leeway) * headroom;
    return Math.min(most, Math.max(least, carried));
  }

  #learn({ at, arrivedBefore, filled }: Flight, now: number): void {
    const took = Math.max(0.1, now - at);
    const longer = 1 + (now - this.#learntAt) * slowerBelief;
    this.#roundTrip = Math.min(took, this.#roundTrip * longer);
    this.#learntAt = now;
    const rate = (this.#arrived - arrivedBefore) / took;
    if (rate > this.#rate) this.#rate = rate;
    else if (filled) this.#rate += (rate - this.#rate) / 8;
  }
}
