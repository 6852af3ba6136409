import type { Instant } from '../session/vocabulary.js';
import type { Calendar } from './calendar.js';
import type { CountableHours } from './countable-hours.js';
import { dayPlan, type DayPlan } from './day-plan.js';
import { day } from './wall-clock.js';
import { offsetPeriods, type ZoneRules } from './zone-rules.js';

/** So much time is worked out at first, and twice as much each time up to the most, so that growing is rare and a short life costs little. */
const [firstStretch, longestStretch] = [32 * day, 512 * day];

/**
 * The open time of a calendar. What was worked out is kept, with running totals, so that one of
 * these serves any number of clocks; the answers depend on calendar and zone rules alone.
 */
export class OpenHours implements CountableHours {
  readonly #plan: DayPlan;
  readonly #rules: ZoneRules;
  /** Where open spans start and end, and how much is open before each; all in order. */
  #starts: number[] = [];
  #ends: number[] = [];
  #before: number[] = [];
  #total = 0;
  /** What is worked out: from here, inclusive, to there, exclusive. */
  #from: Instant = 0;
  #to: Instant = 0;
  #stretch = firstStretch;

  constructor(calendar: Calendar, rules: ZoneRules) {
    this.#plan = dayPlan(calendar);
    this.#rules = rules;
  }

  until(instant: Instant): number {
    this.#cover(instant);
    const index = lastAtOrBelow(this.#starts, instant);
    const start = this.#starts[index];
    const end = this.#ends[index];
    const before = this.#before[index];
    if (start === undefined || end === undefined || before === undefined) {
      return this.#before[0] ?? this.#total;
    }
    return before + Math.min(instant, end) - start;
  }

  reaching(measure: number, limit: Instant): Instant | null {
    while (this.#total < measure && this.#to <= limit)
      this.#growLater(this.#to + this.#nextStretch());
    if (this.#total < measure) return null;
    const index = lastBelow(this.#before, measure);
    const instant = (this.#starts[index] ?? 0) + measure - (this.#before[index] ?? 0);
    return instant > limit ? null : instant;
  }

  /** The open spans between two instants, in order. */
  between(from: Instant, to: Instant): readonly OpenStretch[] {
    return from < to ? this.#spans(from, to) : [];
  }

  #cover(instant: Instant): void {
    if (this.#from === this.#to) this.#from = this.#to = instant;
    if (instant >= this.#to) this.#growLater(instant + this.#nextStretch());
    if (instant < this.#from) this.#growEarlier(instant - this.#nextStretch());
  }

  #nextStretch(): number {
    const stretch = this.#stretch;
    this.#stretch = Math.min(2 * stretch, longestStretch);
    return stretch;
  }

  #growLater(to: Instant): void {
    for (const { start, end } of this.#spans(this.#to, to)) {
      this.#starts.push(start);
      this.#ends.push(end);
      this.#before.push(this.#total);
      this.#total += end - start;
    }
    this.#to = to;
  }

  /** Totals before the first instant ever asked about are negative, so that those after it stand. */
  #growEarlier(from: Instant): void {
    const spans = this.#spans(from, this.#from);
    const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
    let total = (this.#before[0] ?? this.#total) - length;
    const before = spans.map(({ start, end }) => {
      const here = total;
      total += end - start;
      return here;
    });
    this.#starts = [...spans.map(({ start }) => start), ...this.#starts];
    this.#ends = [...spans.map(({ end }) => end), ...this.#ends];
    this.#before = [...before, ...this.#before];
    this.#from = from;
  }

  /** An offset's period shows each of its wall times once: skipped ones never, doubled ones in two periods. */
  #spans(from: Instant, to: Instant): OpenStretch[] {
    return offsetPeriods(this.#rules, from, to).flatMap((period) => {
      const first = Math.floor((period.from + period.offset) / day);
      const last = Math.floor((period.to - 1 + period.offset) / day);
      const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      return days.flatMap((number) => {
        const midnight = number * day - period.offset;
        return this.#plan(number)
          .map((open) => ({
            start: Math.max(period.from, midnight + open.from),
            end: Math.min(period.to, midnight + open.to),
          }))
          .filter(({ start, end }) => start < end);
      });
    });
  }
}

/** A stretch of open time; its end is exclusive. */
export interface OpenStretch {
  readonly start: Instant;
  readonly end: Instant;
}

/** The index of the last value that is not above the given one; -1 where there is none. */
function lastAtOrBelow(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The index of the last value below the given one; totals are whole numbers. */
function lastBelow(values: readonly number[], value: number): number {
  return lastAtOrBelow(values, value - 1);
}
