import type { Instant } from '../session/vocabulary.js';
import { ClockRun } from './clock-run.js';
import type { ClockEvent, ClockReading, ClockTerms } from './clock.js';
import { allHours, type CountableHours } from './countable-hours.js';

/** What one type of event does to one clock. */
interface Effect {
  readonly starts: boolean;
  readonly stops: boolean;
  readonly cancels: boolean;
}

/** The clocks after a session's events, and which of them the present hold pauses. */
interface Ran {
  readonly runs: readonly ClockRun[];
  readonly paused: readonly boolean[];
}

/** A reading, and whether the clock can still change. */
export interface ClockStanding {
  readonly reading: ClockReading;
  readonly open: boolean;
}

/** The types of events that end the session's hold. */
const endsHold: ReadonlySet<string> = new Set(['resumed', 'closed', 'reopened']);

/**
 * One version of an SLA policy together with one of a calendar, made ready for evaluating any number
 * of sessions. The same events and the same `now` always give the same readings.
 */
export class SlaPolicy {
  readonly #clocks: readonly ClockTerms[];
  readonly #openHours: CountableHours;
  /** The effects on every clock, in the policy's order, by type of event. */
  readonly #effects: ReadonlyMap<string, readonly Effect[]>;
  /** Which clocks are paused, in the policy's order, by reason of hold. */
  readonly #pauses: ReadonlyMap<string, readonly boolean[]>;
  readonly #running: readonly boolean[];
  readonly #indifferent: readonly Effect[];

  constructor(clocks: readonly ClockTerms[], openHours: CountableHours) {
    this.#clocks = clocks;
    this.#openHours = openHours;
    const types = clocks.flatMap(({ start, stop, cancel }) => [...start, ...stop, ...cancel]);
    this.#effects = new Map(types.map((type) => [type, clocks.map((c) => effectOf(c, type))]));
    const reasons = clocks.flatMap(({ pause }) => pause);
    this.#pauses = new Map(
      reasons.map((reason) => [reason, clocks.map(({ pause }) => pause.includes(reason))]),
    );
    this.#running = clocks.map(() => false);
    this.#indifferent = clocks.map((terms) => effectOf(terms, ''));
  }

  /** Reads every clock at `now`, knowing the events up to then in the order of their sequence. */
  evaluate(events: readonly ClockEvent[], now: Instant): ClockReading[] {
    const { runs, paused } = this.#run(events, now);
    return runs.map((run, index) => run.reading(now, paused[index] ?? false));
  }

  /** The readings, and whether each clock is open: begun, and neither stopped nor cancelled. */
  standing(events: readonly ClockEvent[], now: Instant): ClockStanding[] {
    const { runs, paused } = this.#run(events, now);
    return runs.map((run, index) => ({
      reading: run.reading(now, paused[index] ?? false),
      open: run.isGoing,
    }));
  }

  #run(events: readonly ClockEvent[], now: Instant): Ran {
    const runs = this.#clocks.map((terms) => new ClockRun(terms, this.#hoursOf(terms)));
    let paused = this.#running;
    let instant = -Infinity;
    for (const event of events) {
      // One stamped before its predecessor counts as at the predecessor's instant.
      instant = Math.max(instant, event.at);
      if (instant > now) break;
      const effects = this.#effects.get(event.type);
      const next = this.#pausedAfter(event, paused);
      if (effects === undefined && next === paused && !concerns(event)) continue;
      this.#advance(runs, instant, paused);
      this.#apply(runs, event, instant, effects ?? this.#indifferent, paused);
      paused = next;
    }
    this.#advance(runs, now, paused);
    return { runs, paused };
  }

  #hoursOf({ hours }: ClockTerms): CountableHours {
    return hours === 'always' ? allHours : this.#openHours;
  }

  #pausedAfter(event: ClockEvent, before: readonly boolean[]): readonly boolean[] {
    if (event.type === 'held') return this.#pauses.get(event.reason ?? '') ?? this.#running;
    return endsHold.has(event.type) ? this.#running : before;
  }

  #advance(runs: readonly ClockRun[], instant: Instant, paused: readonly boolean[]): void {
    const open = this.#openHours.until(instant);
    for (const [index, run] of runs.entries()) {
      const always = this.#clocks[index]?.hours === 'always';
      run.advance(instant, always ? instant : open, paused[index] ?? false);
    }
  }

  #apply(
    runs: readonly ClockRun[],
    event: ClockEvent,
    instant: Instant,
    effects: readonly Effect[],
    paused: readonly boolean[],
  ): void {
    for (const [index, run] of runs.entries()) {
      const effect = effects[index];
      if (effect !== undefined) takeEffect(run, effect, instant, paused[index] ?? false);
      if (event.type === 'reopened') run.reopen(instant);
    }
    if (event.type === 'retargeted') this.#retarget(runs, event, instant);
  }

  #retarget(runs: readonly ClockRun[], { clock, target }: ClockEvent, instant: Instant): void {
    const index = this.#clocks.findIndex(({ name }) => name === clock);
    if (target !== undefined) runs[index]?.retarget(instant, target);
  }
}

function takeEffect(run: ClockRun, effect: Effect, instant: Instant, paused: boolean): void {
  if (effect.stops) run.stop(instant, paused);
  if (effect.cancels) run.cancel(instant, paused);
  if (effect.starts) run.start(instant);
}

/** Whether a type of event does something to clocks that name it nowhere. */
function concerns({ type }: ClockEvent): boolean {
  return type === 'reopened' || type === 'retargeted';
}

function effectOf({ start, stop, cancel }: ClockTerms, type: string): Effect {
  return {
    starts: start.includes(type),
    stops: stop.includes(type),
    cancels: cancel.includes(type),
  };
}
