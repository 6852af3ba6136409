import { Injectable, inject } from '@angular/core';
import { weekdays } from '../../../../workflows/domain/sla/calendar.js';
import { MyDesk } from '../desk/my-desk.js';
import { People } from '../people/people.js';
import { ClockWords } from '../sla/clock-words.js';
import { weekdayText } from '../sla/weekday-text.js';
import { instantText, spanText } from '../words/spans.js';
import { Words } from '../words/words.js';

/** The figures of a report and what they are of, in the language in force. */
@Injectable({ providedIn: 'root' })
export class ReportWords {
  readonly #words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly #people = inject(People);
  readonly #clockWords = inject(ClockWords);

  readonly span = (ms: number | null): string =>
    ms === null ? '–' : spanText(ms, this.#words.locale());

  /** What share of the promises that were kept or missed was kept. */
  readonly share = (kept: number, missed: number): string => {
    if (kept + missed === 0) return '–';
    const format = { style: 'percent', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.#words.locale(), format).format(kept / (kept + missed));
  };

  readonly at = (instant: string): string =>
    instantText(Date.parse(instant), Date.now(), this.#words.locale());

  /** From 1, Monday, to 7. */
  readonly weekday = (number: number): string =>
    weekdayText(weekdays[number - 1] ?? 'mon', this.#words.locale(), 'short');

  /** A channel or a technician by the name of now, a priority in words; the report itself knows only keys. */
  readonly name = (key: string | null): string => {
    if (key === null) return this.#words.t('reports.none');
    const priority = `priority.${key}`;
    if (this.#words.knows(priority)) return this.#words.t(priority);
    const channel = this.#desk.channelName(key);
    return channel === key ? this.#people.name(key) : channel;
  };

  readonly clock = (name: string): string => this.#clockWords.clock(name);
  readonly hold = (reason: string): string => this.#clockWords.hold(reason);

  /** How a session ended. */
  readonly outcome = (outcome: string): string => {
    const key = `reports.outcome.${outcome}`;
    return this.#words.knows(key) ? this.#words.t(key) : outcome;
  };
}
