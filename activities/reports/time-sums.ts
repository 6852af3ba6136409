import type { ChosenRows } from './chosen-rows.js';
import { ClockOutcomes } from './clock-outcomes.js';
import type { FactsPage } from './days/facts-page.js';
import { groupedSingly } from './grouping.js';
import { type GroupedColumn, rankedGroups } from './ranked-groups.js';
import type { SlaReport } from './sla-report.js';
import { dayText, type WallClock, weekdayOf } from './wall-clock.js';

/** The hours of a week, from Monday's first. */
const hoursOfWeek = 7 * 24;

interface Day {
  arrived: number;
  ended: number;
}

/** Adds up when sessions came and ended, by the wall clock of the report. */
export class TimeSums {
  readonly #clock: WallClock;
  /** Weeks by number, in the order in which their Mondays were met. */
  readonly #weeks = new Map<number, number>();
  readonly #outcomes = new ClockOutcomes();
  readonly #arrivals = new Uint32Array(hoursOfWeek);
  readonly #waits: GroupedColumn[] = [];
  readonly #days = new Map<number, Day>();

  constructor(clock: WallClock) {
    this.#clock = clock;
  }

  add(page: FactsPage, chosen: ChosenRows): void {
    const { rows } = chosen;
    const { weeks, hours } = this.#placesOf(page, rows);
    this.#outcomes.add(chosen, groupedSingly(weeks, this.#weeks.size));
    const grouping = groupedSingly(hours, hoursOfWeek);
    this.#waits.push({ values: page.durations.firstResponse, places: rows, grouping });
    this.#addEnds(page, rows);
  }

  weeks(cutoff: number): SlaReport['weeks'] {
    return inOrder(this.#weeks).map(([monday, week]) => ({
      week: dayText(monday),
      clocks: this.#outcomes.of(week, cutoff),
    }));
  }

  hours(): SlaReport['hours'] {
    const waits = rankedGroups(this.#waits, hoursOfWeek, [0.5]);
    return waits.flatMap(({ at: [waitingMs = null] }, place) => {
      const arrivals = this.#arrivals[place] ?? 0;
      const [weekday, hour] = [1 + Math.floor(place / 24), place % 24];
      return arrivals === 0 ? [] : [{ weekday, hour, arrivals, waitingMs }];
    });
  }

  days(): SlaReport['days'] {
    let backlog = 0;
    return inOrder(this.#days).map(([day, { arrived, ended }]) => {
      backlog += arrived - ended;
      return { day: dayText(day), arrived, ended, backlog };
    });
  }

  /** In which week and in which of its hours each row arrived; rows come in that order, so most are as the one before. */
  #placesOf({ count, requestedAt }: FactsPage, rows: Uint32Array) {
    const [weeks, hours] = [new Uint32Array(count), new Uint32Array(count)];
    let [since, until, week, hour] = [Infinity, -Infinity, 0, 0];
    let day: Day = { arrived: 0, ended: 0 };
    for (const row of rows) {
      const at = requestedAt[row] ?? NaN;
      if (!(at >= since && at < until)) {
        const shown = this.#clock.shows(at);
        const weekday = weekdayOf(shown.day);
        ({ since, until } = shown);
        day = this.#day(shown.day);
        week = this.#week(shown.day - weekday + 1);
        hour = (weekday - 1) * 24 + shown.hour;
      }
      weeks[row] = week;
      hours[row] = hour;
      day.arrived += 1;
      this.#arrivals[hour] = (this.#arrivals[hour] ?? 0) + 1;
    }
    return { weeks, hours };
  }

  #addEnds({ settledAt }: FactsPage, rows: Uint32Array): void {
    for (const row of rows) {
      const at = settledAt[row] ?? NaN;
      if (!Number.isNaN(at)) this.#day(this.#clock.shows(at).day).ended += 1;
    }
  }

  #day(day: number): Day {
    const found = this.#days.get(day) ?? { arrived: 0, ended: 0 };
    this.#days.set(day, found);
    return found;
  }

  #week(monday: number): number {
    const week = this.#weeks.get(monday) ?? this.#weeks.size;
    this.#weeks.set(monday, week);
    return week;
  }
}

function inOrder<Value>(map: ReadonlyMap<number, Value>): readonly (readonly [number, Value])[] {
  return [...map].sort(([one], [other]) => one - other);
}
