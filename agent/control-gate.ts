const personPause = 1500;

/** What control depends on, beside the person's own hands. */
export interface ControlTerms {
  /** What is allowed: nobody controls what they may not see. */
  readonly view: boolean;
  readonly control: boolean;
  /** The person has paused what is shown. */
  readonly paused: boolean;
  readonly questionOpen: boolean;
  readonly leaseHolds: boolean;
}

/** Says whether injected input may pass at this moment. The person's own hands win over everybody's. */
export class ControlGate {
  #terms: ControlTerms | null = null;
  #personUntil = Number.NEGATIVE_INFINITY;

  set(terms: ControlTerms): void {
    this.#terms = terms;
  }

  /** The person touched their own mouse or keyboard. */
  touched(now: number): void {
    this.#personUntil = now + personPause;
  }

  /** Milliseconds for which the person's hands still win. */
  personLeft(now: number): number {
    return Math.max(0, this.#personUntil - now);
  }

  isOpen(now: number): boolean {
    if (!this.#terms || now < this.#personUntil) return false;
    const { view, control, paused, questionOpen, leaseHolds } = this.#terms;
    return view && control && !paused && !questionOpen && leaseHolds;
  }
}
