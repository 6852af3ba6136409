import { Injectable, inject } from '@angular/core';
import type { Problem } from '../desk/contract.js';
import { ClockWords } from '../sla/clock-words.js';
import { dayText } from '../sla/weekday-text.js';
import { faultPatterns } from './fault-patterns.js';
import { Words } from './words.js';

/** What is wrong at a place of what was sent. */
export type Fault = NonNullable<Problem['errors']>[number];

/** The faults of single fields in the language in force; what the console has no words for speaks by the desk's own. */
@Injectable({ providedIn: 'root' })
export class FaultWords {
  readonly #words = inject(Words);
  readonly #clocks = inject(ClockWords);

  sentence({ message }: Pick<Fault, 'message'>): string {
    for (const [pattern, key] of faultPatterns) {
      const found = pattern.exec(message);
      if (found) return this.#words.t(key, this.#values(found.groups ?? {}));
    }
    return message;
  }

  /** Which field it is; nothing where the place says no more than the sentence. */
  place({ path }: Pick<Fault, 'path'>): string {
    const line = /^line (\d+)$/.exec(path)?.[1];
    if (line !== undefined) return this.#words.t('fault.place.line', { n: line });
    const parts = path.split(/[/.[\]]+/).filter((part) => part !== '');
    const name = parts.findLast((part) => this.#words.knows(`fault.place.${part}`));
    const key = `fault.place.${name ?? ''}`;
    return this.#words.knows(key) ? this.#words.t(key) : '';
  }

  #values(groups: Readonly<Record<string, string>>): Record<string, string> {
    const { clock, event, day } = groups;
    return {
      ...groups,
      ...(clock === undefined ? {} : { clock: this.#clocks.clock(clock) }),
      ...(event === undefined ? {} : { event: this.#clocks.event(event) }),
      ...(day === undefined ? {} : { day: dayText(day, this.#words.locale()) }),
    };
  }
}
