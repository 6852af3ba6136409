import type {
  ClockTerms,
  PromisedClock,
  PromiseReading,
} from '../../workflows/domain/sla/clock.js';
import { explainClock, type Explained } from '../../workflows/domain/sla/explain.js';
import { turnsOf } from '../../workflows/domain/sla/turns.js';
import { inOrder } from '../../workflows/domain/sla/in-order.js';
import { type Database, rowOf } from '../store/database.js';
import { lifeOf } from './life.js';
import { promisesOf } from './promises-at-hand.js';
import {
  type NewTarget,
  type RunningCount,
  runningCount,
  sessionsToRetarget,
} from './running-clocks.js';

/** A session's promise with all that was counted for it and what was not. */
export interface ExplainedPromise {
  readonly reading: PromiseReading;
  readonly clock: PromisedClock;
  /** Whole seconds; another than the policy's where somebody gave this session another. */
  readonly target: number;
  readonly stretches: readonly Explained[];
}

/** A session's promises, and the versions by which they count. */
export interface SessionPromises {
  readonly policy: { readonly key: string; readonly name: string; readonly version: number };
  readonly calendar: {
    readonly key: string;
    readonly name: string;
    readonly version: number;
    readonly zone: string;
    readonly release: string;
  };
  readonly promises: readonly ExplainedPromise[];
}

/** How sessions stand to their promises, and why. */
export class SessionClockStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Every promise of a session at an instant; null where none was made. */
  async explain(sessionId: string, now: number): Promise<SessionPromises | null> {
    const { versions, events } = await lifeOf(this.#db, sessionId);
    if (!versions) return null;
    const { promises, hours } = await promisesOf(this.#db, versions);
    const names = await rowOf<Omit<SessionPromises, 'promises'>>(this.#db, naming, { ...versions });
    if (!names) throw new Error('The versions of a session’s promises are gone.');
    const known = inOrder(events, now);
    const readings = promises.readings(events, now);
    const explained = promises.clocks.flatMap((clock) =>
      readings
        .filter(({ name }) => name === clock.name)
        .map((reading) => ({
          reading,
          clock,
          target: targetOf(clock, events),
          stretches: explainClock(clock, hours, turnsOf(clock, known)[reading.turn - 1] ?? [], now),
        })),
    );
    return { ...names, promises: explained };
  }

  /** The open sessions that a new target would be given to. */
  toRetarget(newTarget: NewTarget): Promise<readonly string[]> {
    return sessionsToRetarget(this.#db, newTarget);
  }

  /** How many those are, and what it would come to for them. */
  countRunning(newTarget: NewTarget, now: number): Promise<RunningCount> {
    return runningCount(this.#db, newTarget, now);
  }
}

function targetOf(
  { name, target }: ClockTerms,
  events: readonly { readonly type: string; readonly clock?: string; readonly target?: number }[],
): number {
  const given = events.filter(({ type, clock }) => type === 'retargeted' && clock === name).at(-1);
  return given?.target ?? target;
}

const naming = `
  select jsonb_build_object('key', p.key, 'name', p.name, 'version', p.version) as policy,
    jsonb_build_object('key', c.key, 'name', c.name, 'version', c.version,
      'zone', c.content ->> 'zone', 'release', c.zone_rules ->> 'release') as calendar
  from sla_policies p, sla_calendars c where p.id = :policyId and c.id = :calendarId
`;
