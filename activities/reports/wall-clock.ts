import type { ZoneStretch } from './zone-stretches.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What a wall clock shows: days counted from 1 January 1970, and whole hours of the day. */
export interface WallTime {
  readonly day: number;
  readonly hour: number;
  /** It shows that since this instant or before, and until another. */
  readonly since: number;
  readonly until: number;
}

/** A zone's wall clock over a period. */
export class WallClock {
  readonly #stretches: readonly ZoneStretch[];
  /** The stretch that was asked for last, for the next instant is most often in it too. */
  #at = 0;

  constructor(stretches: readonly ZoneStretch[]) {
    if (stretches.length === 0) throw new Error('A wall clock needs a stretch of time.');
    this.#stretches = stretches;
  }

  /** What it shows at an instant. */
  shows(instant: number): WallTime {
    while (this.#begin(this.#at) > instant && this.#at > 0) this.#at -= 1;
    while (this.#begin(this.#at + 1) <= instant) this.#at += 1;
    const ahead = this.#stretches[this.#at]?.ahead ?? 0;
    const begun = Math.floor((instant + ahead) / hourMs) * hourMs;
    const day = Math.floor(begun / dayMs);
    return {
      day,
      hour: (begun - day * dayMs) / hourMs,
      since: Math.min(instant, Math.max(begun - ahead, this.#begin(this.#at))),
      until: Math.min(begun - ahead + hourMs, this.#begin(this.#at + 1)),
    };
  }

  #begin(stretch: number): number {
    return this.#stretches[stretch]?.from ?? Infinity;
  }
}

/** From 1, Monday, to 7. */
export function weekdayOf(day: number): number {
  // 1 January 1970 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A day as `2026-11-30`. */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The day of a text such as `2026-11-30`. */
export function dayOfText(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / dayMs;
}
