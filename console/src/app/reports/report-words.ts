import { Injectable, inject } from '@angular/core';
import { weekdays } from '../../../../workflows/domain/sla/calendar.js';
import type { SlaReport } from '../desk/contract.js';
import { ClockWords } from '../words/clock-words.js';
import { spanText, wholeSpanText } from '../words/spans.js';
import { weekdayText } from '../words/weekday-text.js';
import { Words } from '../words/words.js';

const hour = 3_600_000;
const day = 24 * hour;

/** The figures of a report and what they are of, in the language in force. */
@Injectable({ providedIn: 'root' })
export class ReportWords {
  readonly #words = inject(Words);
  readonly #clockWords = inject(ClockWords);

  /** From a day on with its hours, for nobody should read 47 hours as one day. */
  readonly span = (ms: number | null): string => {
    if (ms === null) return '–';
    const locale = this.#words.locale();
    return ms < day ? spanText(ms, locale) : wholeSpanText(ms - (ms % hour), locale);
  };

  /** What share of the promises that were kept or missed was kept; all of them only where none was missed. */
  readonly share = (kept: number, missed: number): string => {
    if (kept + missed === 0) return '–';
    const format = { style: 'percent', maximumFractionDigits: 1 } as const;
    const share = Math.floor((1_000 * kept) / (kept + missed)) / 1_000;
    return new Intl.NumberFormat(this.#words.locale(), format).format(share);
  };

  /** An instant with its year, by the report's clock. */
  readonly instant = (instant: string, timeZone: string): string => {
    const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
    return new Intl.DateTimeFormat(this.#words.locale(), format).format(Date.parse(instant));
  };

  /** The days of a report. It ends before the last instant of its period, so its last day is the one before that. */
  readonly days = ({ period: { from, to, zone: timeZone } }: SlaReport): string => {
    const format = new Intl.DateTimeFormat(this.#words.locale(), { dateStyle: 'long', timeZone });
    return format.formatRange(Date.parse(from), Date.parse(to) - 1);
  };

  /** A day as plots have it beneath them: “5 Oct”. */
  readonly day = (date: string): string => {
    const format = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.#words.locale(), format).format(Date.parse(date));
  };

  /** From 1, Monday, to 7. */
  readonly weekday = (number: number): string =>
    weekdayText(weekdays[number - 1] ?? 'mon', this.#words.locale(), 'short');

  /** An hour of the week: “Mon 9–10 h”. */
  readonly hour = (weekday: number, hour: number): string =>
    this.#words.t('reports.hour', { day: this.weekday(weekday), from: hour, to: hour + 1 });

  /** A part of a report by what it was called at the cut-off, with its key where another was called the same; a priority in words. */
  readonly part = (
    { names }: Pick<SlaReport, 'names'>,
    by: SlaReport['by'],
    key: string | null,
  ): string => {
    if (key === null) return this.#words.t('reports.none');
    if (by === 'priority') return this.#priority(key);
    const called = new Map(Object.entries(names[by]));
    const name = called.get(key) ?? key;
    const alike = [...called.values()].filter((other) => other === name);
    return alike.length > 1 ? `${name} (${key})` : name;
  };

  readonly clock = (name: string): string => this.#clockWords.clock(name);
  readonly hold = (reason: string): string => this.#clockWords.hold(reason);

  /** How a session ended. */
  readonly outcome = (outcome: string): string => {
    const key = `reports.outcome.${outcome}`;
    return this.#words.knows(key) ? this.#words.t(key) : outcome;
  };

  #priority(key: string): string {
    const word = `priority.${key}`;
    return this.#words.knows(word) ? this.#words.t(word) : key;
  }
}
