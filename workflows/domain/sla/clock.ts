import type { Instant } from '../session/vocabulary.js';

/** One promise of an SLA policy: what starts, stops, cancels and pauses its clock. */
export interface ClockTerms {
  readonly name: string;
  /** Whole seconds. */
  readonly target: number;
  /** Whether only the calendar's open time counts, or all of it. */
  readonly hours: 'calendar' | 'always';
  /** Types of events. */
  readonly start: readonly string[];
  readonly stop: readonly string[];
  readonly cancel: readonly string[];
  /** Reasons of holds. */
  readonly pause: readonly string[];
  readonly resumesOnReopen: boolean;
}

/** What a clock hears of a session's events; more fields, and types that no clock names, do no harm. */
export interface ClockEvent {
  readonly at: Instant;
  readonly type: string;
  /** With `held`: the reason of the hold. */
  readonly reason?: string | null;
  /** With `retargeted`: the name of the clock, and its new target in whole seconds. */
  readonly clock?: string;
  readonly target?: number;
}

/** What happens when a clock has used up a share of its target. */
export interface PromiseStep {
  /** Per cent of the target; above 100 lies after the breach. */
  readonly percent: number;
  readonly action: StepAction;
  /** With `re-route`: the channel whose queue gets the session; null is the session's own. */
  readonly channel: string | null;
}

export const stepActions = ['notify', 'raise', 're-route'] as const;
export type StepAction = (typeof stepActions)[number];

/** A clock of a policy with its steps. */
export interface PromisedClock extends ClockTerms {
  /** Whether each start, once the one before has stopped, is a promise of its own. */
  readonly repeats: boolean;
  readonly steps: readonly PromiseStep[];
}

export type ClockState = 'not-started' | 'running' | 'paused' | 'met' | 'missed' | 'cancelled';

/** How a clock stands at an instant. */
export interface ClockReading {
  readonly name: string;
  readonly state: ClockState;
  /** Null while not started, while paused with time left, and when more than 3,652 days ahead. */
  readonly dueAt: Instant | null;
  /** Counted time in milliseconds. */
  readonly countedMs: number;
  readonly breachedAt: Instant | null;
}

/** The reading of one promise; a clock that repeats has one for each of its starts, counted from 1. */
export interface PromiseReading extends ClockReading {
  readonly turn: number;
  /** Whether it can still change: begun, and neither stopped nor cancelled. */
  readonly open: boolean;
}

/** What the desk does next for a promise, and when. */
export interface DueStep extends PromiseStep {
  readonly clock: string;
  readonly turn: number;
  readonly at: Instant;
}
