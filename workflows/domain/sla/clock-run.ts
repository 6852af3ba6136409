import type { Instant } from '../session/vocabulary.js';
import type { ClockReading, ClockState, ClockTerms } from './clock.js';
import type { CountableHours } from './countable-hours.js';
import { day } from './wall-clock.js';

/** Further ahead than this nothing is promised. */
const furthest = 3_652 * day;

type Phase = 'not-started' | 'going' | 'stopped' | 'cancelled';

/**
 * One clock on its way through a session's events. Every change names its instant and how much
 * counts up to it; time must have been brought up to that instant with `advance` before.
 */
export class ClockRun {
  readonly #terms: ClockTerms;
  readonly #hours: CountableHours;
  #phase: Phase = 'not-started';
  #target: number;
  #counted = 0;
  /** How much counted up to the last change. */
  #mark = 0;
  /** The due instant, once counted time has reached the target; a breach from any later instant on. */
  #reachedAt: Instant | null = null;
  /** The due instant as it stood at the stop or the cancelling. */
  #dueAtEnd: Instant | null = null;
  #missedAtEnd = false;

  constructor(terms: ClockTerms, hours: CountableHours) {
    this.#terms = terms;
    this.#hours = hours;
    this.#target = terms.target * 1_000;
  }

  /** Counts up to an instant, unless the present hold pauses the clock. */
  advance(instant: Instant, measure: number, paused: boolean): void {
    if (this.#phase === 'going' && !paused) {
      const counted = this.#counted + measure - this.#mark;
      if (this.#reachedAt === null && counted >= this.#target) {
        const due = this.#mark + this.#target - this.#counted;
        this.#reachedAt = this.#hours.reaching(due, instant);
      }
      this.#counted = counted;
    }
    this.#mark = measure;
  }

  start(instant: Instant): void {
    if (this.#phase !== 'not-started') return;
    this.#phase = 'going';
    this.#reachIfUsedUp(instant);
  }

  stop(instant: Instant, paused: boolean): void {
    if (this.#phase === 'going') this.#end('stopped', instant, paused);
  }

  cancel(instant: Instant, paused: boolean): void {
    if (this.#phase === 'not-started' || this.#phase === 'going') {
      this.#end('cancelled', instant, paused);
    }
  }

  /** Where a met clock has nothing left, it is due at once; a missed one stays missed. */
  reopen(instant: Instant): void {
    if (this.#phase !== 'stopped' || !this.#terms.resumesOnReopen) return;
    this.#phase = 'going';
    if (this.#missedAtEnd) return;
    this.#reachedAt = null;
    this.#reachIfUsedUp(instant);
  }

  /** Replaces the target; what was broken before stays broken, and nothing is broken earlier than now. */
  retarget(instant: Instant, seconds: number): void {
    this.#target = seconds * 1_000;
    if (this.#phase !== 'going' || this.#isBreached(instant)) return;
    this.#reachedAt = null;
    this.#reachIfUsedUp(instant);
  }

  /** Whether it has begun, and neither stopped nor been cancelled. */
  get isGoing(): boolean {
    return this.#phase === 'going';
  }

  /** How the clock stands at the instant to which it was last brought up. */
  reading(now: Instant, paused: boolean): ClockReading {
    const ended = this.#phase === 'stopped' || this.#phase === 'cancelled';
    const breached = ended ? this.#missedAtEnd : this.#isBreached(now);
    return {
      name: this.#terms.name,
      state: this.#state(breached, paused),
      dueAt: ended ? this.#dueAtEnd : this.#due(now, paused),
      countedMs: this.#counted,
      breachedAt: breached ? this.#reachedAt : null,
    };
  }

  #end(phase: 'stopped' | 'cancelled', instant: Instant, paused: boolean): void {
    this.#dueAtEnd = this.#due(instant, paused);
    this.#missedAtEnd = this.#isBreached(instant);
    this.#phase = phase;
  }

  #reachIfUsedUp(instant: Instant): void {
    if (this.#counted >= this.#target) this.#reachedAt = instant;
  }

  #isBreached(instant: Instant): boolean {
    return this.#reachedAt !== null && this.#reachedAt < instant;
  }

  #due(instant: Instant, paused: boolean): Instant | null {
    if (this.#reachedAt !== null) return this.#reachedAt;
    if (this.#phase !== 'going' || paused) return null;
    return this.#hours.reaching(this.#mark + this.#target - this.#counted, instant + furthest);
  }

  #state(breached: boolean, paused: boolean): ClockState {
    if (this.#phase === 'not-started' || this.#phase === 'cancelled') return this.#phase;
    if (breached) return 'missed';
    if (this.#phase === 'stopped') return 'met';
    return paused ? 'paused' : 'running';
  }
}
