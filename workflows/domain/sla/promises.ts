import type { Instant } from '../session/vocabulary.js';
import type {
  ClockEvent,
  ClockTerms,
  DueStep,
  PromisedClock,
  PromiseReading,
  PromiseStep,
} from './clock.js';
import type { CountableHours } from './countable-hours.js';
import { inOrder } from './in-order.js';
import { stepKeyOf } from './step-key.js';
import { SlaPolicy } from './sla-policy.js';
import { turnsOf } from './turns.js';

/** A clock made ready: by itself, and once for each of its steps with that share of the target. */
interface ReadyClock {
  readonly terms: PromisedClock;
  readonly policy: SlaPolicy;
  readonly steps: readonly { readonly step: PromiseStep; readonly policy: SlaPolicy }[];
}

/** What one version of a policy promises by one version of a calendar: every promise, and every step. */
export class Promises {
  readonly #clocks: readonly ReadyClock[];

  constructor(clocks: readonly PromisedClock[], hours: CountableHours) {
    this.#clocks = clocks.map((terms) => ({
      terms,
      policy: new SlaPolicy([terms], hours),
      steps: terms.steps.map((step) => ({
        step,
        policy: new SlaPolicy([shareOf(terms, step.percent)], hours),
      })),
    }));
  }

  /** The clocks as the policy gives them. */
  get clocks(): readonly PromisedClock[] {
    return this.#clocks.map(({ terms }) => terms);
  }

  /** Every promise at `now`, in the policy's order; a clock that repeats has one for each turn. */
  readings(events: readonly ClockEvent[], now: Instant): readonly PromiseReading[] {
    const known = inOrder(events, now);
    return this.#clocks.flatMap(({ terms, policy }) =>
      turnsOf(terms, known).flatMap((turnEvents, index) =>
        policy
          .standing(turnEvents, now)
          .map(({ reading, open }) => ({ ...reading, turn: index + 1, open })),
      ),
    );
  }

  /** The next step of any open promise that is not among those taken, or null; it may be overdue. */
  nextStep(
    events: readonly ClockEvent[],
    now: Instant,
    taken: ReadonlySet<string>,
  ): DueStep | null {
    const known = inOrder(events, now);
    const steps = this.#clocks.flatMap((clock) => stepsOf(clock, known, now));
    return steps
      .filter((step) => !taken.has(stepKeyOf(step)))
      .reduce<DueStep | null>(earlier, null);
  }
}

function stepsOf(
  { terms, steps }: ReadyClock,
  events: readonly ClockEvent[],
  now: Instant,
): readonly DueStep[] {
  if (steps.length === 0) return [];
  return turnsOf(terms, events).flatMap((turnEvents, index) =>
    steps.flatMap(({ step, policy }) => {
      const shared = turnEvents.map((event) => sharedTarget(event, step.percent));
      const [standing] = policy.standing(shared, now);
      const at = standing?.open === true ? standing.reading.dueAt : null;
      return at === null ? [] : [{ ...step, clock: terms.name, turn: index + 1, at }];
    }),
  );
}

function earlier(one: DueStep | null, other: DueStep): DueStep {
  return one === null || other.at < one.at ? other : one;
}

/** A share of a target is reached as the target of a smaller clock is, with the same rules. */
function shareOf(terms: ClockTerms, percent: number): ClockTerms {
  return { ...terms, target: (terms.target * percent) / 100 };
}

function sharedTarget(event: ClockEvent, percent: number): ClockEvent {
  if (event.type !== 'retargeted' || event.target === undefined) return event;
  return { ...event, target: (event.target * percent) / 100 };
}
