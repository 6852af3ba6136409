import type { Calendar, OpenInterval } from '../../workflows/domain/sla/calendar.js';
import type { ClockEvent, ClockReading, ClockTerms } from '../../workflows/domain/sla/clock.js';

const minute = 60_000;

/** What the counter is asked: all instants, times and targets are whole minutes. */
export interface Counted {
  readonly calendar: Calendar;
  readonly clocks: readonly ClockTerms[];
  readonly events: readonly ClockEvent[];
  readonly now: number;
}

/** Reads clocks by walking through time minute by minute, looking at the wall clock at each. */
export function readByMinutes({ calendar, clocks, events, now }: Counted): ClockReading[] {
  const isOpen = openMinutes(calendar);
  const inOrder: ClockEvent[] = [];
  for (const event of events) {
    inOrder.push({ ...event, at: Math.max(event.at, inOrder.at(-1)?.at ?? event.at) });
  }
  return clocks.map((terms) => {
    const counter = new MinuteCounter(terms, (at) => terms.hours === 'always' || isOpen(at));
    for (let at = inOrder[0]?.at ?? now; at <= now; at += minute) {
      for (const event of inOrder) if (event.at === at) counter.hear(event);
      if (at < now) counter.tick(at);
    }
    return counter.reading(now);
  });
}

class MinuteCounter {
  readonly #terms: ClockTerms;
  readonly #counts: (at: number) => boolean;
  #life: 'before' | 'on' | 'stopped' | 'cancelled' = 'before';
  #hold: string | null = null;
  #target: number;
  #minutes = 0;
  #due: number | null = null;
  #broken = false;
  #dueAtEnd: number | null = null;

  constructor(terms: ClockTerms, counts: (at: number) => boolean) {
    this.#terms = terms;
    this.#counts = counts;
    this.#target = terms.target / 60;
  }

  hear(event: ClockEvent): void {
    const { at, type } = event;
    if (this.#life === 'on' && this.#due !== null && this.#due < at) this.#broken = true;
    if (this.#life === 'before') this.#hearBefore(event);
    else if (this.#life === 'on') this.#hearOn(event);
    else if (this.#life === 'stopped') this.#hearStopped(event);
    if (type === 'retargeted' && event.clock === this.#terms.name) this.#promise(event);
    if (type === 'held') this.#hold = event.reason ?? null;
    if (['resumed', 'closed', 'reopened'].includes(type)) this.#hold = null;
  }

  #hearBefore({ at, type }: ClockEvent): void {
    if (this.#terms.cancel.includes(type)) this.#finish('cancelled', at);
    else if (this.#terms.start.includes(type)) this.#again(at);
  }

  #hearOn({ at, type }: ClockEvent): void {
    if (this.#terms.stop.includes(type)) this.#finish('stopped', at);
    else if (this.#terms.cancel.includes(type)) this.#finish('cancelled', at);
  }

  #hearStopped({ at, type }: ClockEvent): void {
    if (type === 'reopened' && this.#terms.resumesOnReopen) this.#again(at);
  }

  /** Lives through the minute that begins at an instant. */
  tick(at: number): void {
    if (this.#life !== 'on' || this.#isPaused() || !this.#counts(at)) return;
    this.#minutes += 1;
    if (this.#due === null && this.#minutes === this.#target) this.#due = at + minute;
  }

  reading(now: number): ClockReading {
    if (this.#life === 'on' && this.#due !== null && this.#due < now) this.#broken = true;
    const ended = this.#life === 'stopped' || this.#life === 'cancelled';
    return {
      name: this.#terms.name,
      state: this.#state(),
      dueAt: ended ? this.#dueAtEnd : this.#foreseen(now),
      countedMs: this.#minutes * minute,
      breachedAt: this.#broken ? this.#due : null,
    };
  }

  #state(): ClockReading['state'] {
    if (this.#life === 'before') return 'not-started';
    if (this.#life === 'cancelled') return 'cancelled';
    if (this.#broken) return 'missed';
    if (this.#life === 'stopped') return 'met';
    return this.#isPaused() ? 'paused' : 'running';
  }

  #finish(life: 'stopped' | 'cancelled', at: number): void {
    this.#dueAtEnd = this.#foreseen(at);
    this.#life = life;
  }

  #again(at: number): void {
    this.#life = 'on';
    if (!this.#broken) this.#due = this.#minutes >= this.#target ? at : null;
  }

  #promise({ at, target = 0 }: ClockEvent): void {
    this.#target = target / 60;
    if (this.#life !== 'on' || this.#broken) return;
    this.#due = this.#minutes >= this.#target ? at : null;
  }

  /** The due instant if all stays as it is; a calendar that opens for nobody is given up after a while. */
  #foreseen(from: number): number | null {
    if (this.#due !== null) return this.#due;
    if (this.#life !== 'on' || this.#isPaused()) return null;
    let left = this.#target - this.#minutes;
    for (let at = from; at < from + 40 * 24 * 60 * minute; at += minute) {
      if (this.#counts(at)) left -= 1;
      if (left === 0) return at + minute;
    }
    return null;
  }

  #isPaused(): boolean {
    return this.#hold !== null && this.#terms.pause.includes(this.#hold);
  }
}

interface WallTime {
  readonly date: string;
  readonly weekday: string;
  readonly time: string;
}

const wallTimes = new Map<string, (at: number) => WallTime>();

/** What the wall clock of a zone shows, asked of Intl once for each minute. */
function wallTimesOf(zone: string): (at: number) => WallTime {
  const known = wallTimes.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const seen = new Map<number, WallTime>();
  const look = (at: number) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
    const shown = {
      date: `${part('year')}-${part('month')}-${part('day')}`,
      weekday: part('weekday').slice(0, 3).toLowerCase(),
      time: `${part('hour')}:${part('minute')}`,
    };
    seen.set(at, shown);
    return shown;
  };
  const wallTime = (at: number) => seen.get(at) ?? look(at);
  wallTimes.set(zone, wallTime);
  return wallTime;
}

function openMinutes({ zone, week, exceptions }: Calendar): (at: number) => boolean {
  const wallTime = wallTimesOf(zone);
  const days: Readonly<Record<string, readonly OpenInterval[] | undefined>> = week;
  return (at) => {
    const { date, weekday, time } = wallTime(at);
    const intervals = exceptions[date] ?? days[weekday] ?? [];
    return intervals.some(([from, to]) => from <= time && time < to);
  };
}
