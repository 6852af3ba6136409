import { careOf } from '../domain/routing/look-after.js';
import { hasEnded } from '../domain/session/session.js';
import type { Instant } from '../domain/session/vocabulary.js';
import type { SessionPorts } from '../ports.js';
import type { RecordedSession } from './recorded-session.js';

/** Watches over what the desk does for a session by itself: when there is something new, and when it is time. */
export class DeskWatch {
  readonly #recorded: RecordedSession;
  readonly #lookAfter: SessionPorts['lookAfter'] | null;
  readonly #seen = new Set<string>();
  #next: Instant | null = null;
  #isCalled = false;
  #isClockCalled = false;

  /** Without a way to look, nothing is ever due. */
  constructor(recorded: RecordedSession, lookAfter: SessionPorts['lookAfter'] | null) {
    this.#recorded = recorded;
    this.#lookAfter = lookAfter;
  }

  /** Something in the world has changed: the next look is due now. */
  call(): void {
    this.#isCalled = true;
  }

  /** A promise may have a step that is due and that the session was not told of. */
  callForClocks(): void {
    this.#isClockCalled = true;
  }

  /** Whether the desk should look now. */
  get isDue(): boolean {
    if (this.#isStepDue) return true;
    const care = this.#care;
    if (care.length === 0) return false;
    return this.#isCalled || this.#isPast || care.some((one) => !this.#seen.has(one));
  }

  /** When the next look is due if nothing changes, or null. */
  get wakeAt(): Instant | null {
    const { stepAt } = this.#recorded;
    if (this.#care.length === 0 || this.#next === null) return this.#isOpen ? stepAt : null;
    return stepAt === null ? this.#next : Math.min(this.#next, stepAt);
  }

  /** Looks, if that is due. */
  async look(): Promise<void> {
    if (!this.#lookAfter || !this.isDue) return;
    for (const one of this.#care) this.#seen.add(one);
    this.#isCalled = false;
    this.#isClockCalled = false;
    this.#next = await this.#recorded.lookAfter(this.#lookAfter);
  }

  get #isPast(): boolean {
    return this.#next !== null && this.#next <= Date.now();
  }

  get #isStepDue(): boolean {
    if (!this.#isOpen) return false;
    const { stepAt } = this.#recorded;
    return this.#isClockCalled || (stepAt !== null && stepAt <= Date.now());
  }

  get #isOpen(): boolean {
    const { now } = this.#recorded;
    return now !== null && this.#lookAfter !== null && !hasEnded(now);
  }

  get #care(): readonly string[] {
    const { now } = this.#recorded;
    return now && this.#isOpen ? careOf(now) : [];
  }
}
