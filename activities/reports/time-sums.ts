import type { ChosenRows } from './chosen-rows.js';
import type { FactsPage } from './days/facts-page.js';
import { addClocks, countsOf } from './figure-sums.js';
import { nearestRanks, type Stretch } from './nearest-rank.js';
import type { SlaReport } from './sla-report.js';
import { dayText, type WallClock, weekdayOf } from './wall-clock.js';

interface Day {
  arrived: number;
  ended: number;
}

interface Hour {
  arrivals: number;
  readonly waits: Stretch[];
}

/** Adds up when sessions came and ended, by the wall clock of the report. */
export class TimeSums {
  readonly #clock: WallClock;
  /** By their Mondays, counted as days. */
  readonly #weeks = new Map<number, Map<string, number>>();
  /** By weekday and hour: Monday's first is 24. */
  readonly #hours = new Map<number, Hour>();
  readonly #days = new Map<number, Day>();

  constructor(clock: WallClock) {
    this.#clock = clock;
  }

  add(page: FactsPage, { rows }: ChosenRows): void {
    const weeks = new Map<number, number[]>();
    const hours = new Map<number, number[]>();
    for (const row of rows) {
      const { day, hour } = this.#clock.shows(page.requestedAt[row] ?? NaN);
      const weekday = weekdayOf(day);
      this.#day(day).arrived += 1;
      listIn(weeks, day - weekday + 1).push(row);
      listIn(hours, weekday * 24 + hour).push(row);
    }
    for (const [monday, some] of weeks) addClocks(this.#week(monday), page, some);
    for (const [place, some] of hours) {
      this.#arrive(place, { column: page.durations.firstResponse, rows: some });
    }
    this.#addEnds(page, rows);
  }

  weeks(cutoff: number): SlaReport['weeks'] {
    return inOrder(this.#weeks).map(([monday, clocks]) => ({
      week: dayText(monday),
      clocks: countsOf(clocks, cutoff),
    }));
  }

  hours(): SlaReport['hours'] {
    return inOrder(this.#hours).map(([place, { arrivals, waits }]) => {
      const [waitingMs = null] = nearestRanks(waits, [0.5]).at;
      return { weekday: Math.floor(place / 24), hour: place % 24, arrivals, waitingMs };
    });
  }

  days(): SlaReport['days'] {
    let backlog = 0;
    return inOrder(this.#days).map(([day, { arrived, ended }]) => {
      backlog += arrived - ended;
      return { day: dayText(day), arrived, ended, backlog };
    });
  }

  #addEnds({ settledAt }: FactsPage, rows: Uint32Array): void {
    for (const row of rows) {
      const at = settledAt[row] ?? NaN;
      if (!Number.isNaN(at)) this.#day(this.#clock.shows(at).day).ended += 1;
    }
  }

  #arrive(place: number, some: Stretch): void {
    const hour = this.#hours.get(place) ?? { arrivals: 0, waits: [] };
    hour.arrivals += some.rows.length;
    hour.waits.push(some);
    this.#hours.set(place, hour);
  }

  #day(day: number): Day {
    const found = this.#days.get(day) ?? { arrived: 0, ended: 0 };
    this.#days.set(day, found);
    return found;
  }

  #week(monday: number): Map<string, number> {
    const found = this.#weeks.get(monday) ?? new Map<string, number>();
    this.#weeks.set(monday, found);
    return found;
  }
}

function listIn(lists: Map<number, number[]>, key: number): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function inOrder<Value>(map: ReadonlyMap<number, Value>): readonly (readonly [number, Value])[] {
  return [...map].sort(([one], [other]) => one - other);
}
