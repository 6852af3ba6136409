import { Injectable, inject } from '@angular/core';
import type { Problem } from '../desk/contract.js';
import { dayText } from '../sla/calendar/weekday-text.js';
import { ClockWords } from '../sla/clock-words.js';
import { Words } from './words.js';

/** What is wrong at a place of what was sent. */
export type Fault = NonNullable<Problem['errors']>[number];

type Values = NonNullable<Fault['values']>;

/** The faults of single fields in the language in force; what the console has no words for speaks by the desk's own. */
@Injectable({ providedIn: 'root' })
export class FaultWords {
  readonly #words = inject(Words);
  readonly #clocks = inject(ClockWords);

  sentence({ code, message, values = {} }: Omit<Fault, 'path'>): string {
    const key = `fault.${code}`;
    return this.#words.knows(key) ? this.#words.t(key, this.#named(values)) : message;
  }

  /** The same as a sentence of its own. */
  whole(fault: Omit<Fault, 'path'>): string {
    const [first = '', ...others] = this.sentence(fault);
    return `${first.toLocaleUpperCase(this.#words.language())}${others.join('')}.`;
  }

  /** Which field it is; nothing where the place says no more than the sentence. */
  place({ path }: Pick<Fault, 'path'>): string {
    const line = /^line (\d+)$/.exec(path)?.[1];
    if (line !== undefined) return this.#words.t('fault.place.line', { n: line });
    const clock = /\/clocks\/(\d+)\//.exec(path)?.[1];
    if (clock !== undefined) return this.#words.t('fault.place.clock', { n: Number(clock) + 1 });
    const parts = path.split(/[/.[\]]+/).filter((part) => part !== '');
    const name = parts.findLast((part) => this.#words.knows(`fault.place.${part}`));
    const key = `fault.place.${name ?? ''}`;
    return this.#words.knows(key) ? this.#words.t(key) : '';
  }

  /** The values as a person calls them: clocks, events and days have names. */
  #named(values: Values): Values {
    const { clock, event, day } = values;
    return {
      ...values,
      ...(clock === undefined ? {} : { clock: this.#clocks.clock(String(clock)) }),
      ...(event === undefined ? {} : { event: this.#clocks.event(String(event)) }),
      ...(day === undefined ? {} : { day: dayText(String(day), this.#words.locale()) }),
    };
  }
}
