import { Injectable, inject } from '@angular/core';
import type { Problem } from '../desk/contract.js';
import { ClockWords } from './clock-words.js';
import { FaultPlaces } from './fault-places.js';
import { dayText } from './weekday-text.js';
import { Words } from './words.js';

/** What is wrong at a place of what was sent. */
export type Fault = NonNullable<Problem['errors']>[number];

type Values = NonNullable<Fault['values']>;

/** The faults of single fields in the language in force; what the console has no words for speaks by the desk's own. */
@Injectable({ providedIn: 'root' })
export class FaultWords {
  readonly #words = inject(Words);
  readonly #clocks = inject(ClockWords);
  readonly #places = inject(FaultPlaces);

  sentence({ code, message, values = {} }: Omit<Fault, 'path'>): string {
    const key = `fault.${code}`;
    return this.#words.knows(key) ? this.#words.t(key, this.#named(values)) : message;
  }

  /** The same as a sentence of its own. */
  whole(fault: Omit<Fault, 'path'>): string {
    return this.#begun(this.sentence(fault));
  }

  /** The same said at a place that it is at or below, with the name of what is below. */
  wholeAt(at: string, fault: Fault): string {
    const place = this.#places.name(fault.path.slice(fault.path.indexOf(at) + at.length));
    const sentence = this.sentence(fault);
    return this.#begun(place === '' ? sentence : `${place}: ${sentence}`);
  }

  /** Which field it is; nothing where the place says no more than the sentence. */
  place({ path }: Pick<Fault, 'path'>): string {
    return this.#places.name(path);
  }

  #begun([first = '', ...others]: string): string {
    return `${first.toLocaleUpperCase(this.#words.language())}${others.join('')}.`;
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
