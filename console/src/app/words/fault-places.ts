import { Injectable, inject } from '@angular/core';
import { type WordKey, Words } from './words.js';

/** Lists whose parts go by their numbers. */
const numbered: Readonly<Record<string, WordKey>> = {
  clocks: 'fault.place.clock',
  escalation: 'fault.place.rule',
  fields: 'fault.place.field',
  rules: 'fault.place.rule',
  steps: 'fault.place.step',
  tiers: 'fault.place.tier',
};

/** The places of what was sent, as people call them. */
@Injectable({ providedIn: 'root' })
export class FaultPlaces {
  readonly #words = inject(Words);

  /** Such as “Question 1, choices” for `/body/fields/0/choices`; nothing where there is no word for it. */
  name(path: string): string {
    const line = /^line (\d+)$/.exec(path)?.[1];
    if (line !== undefined) return this.#words.t('fault.place.line', { n: line });
    const parts = path.split('/');
    const items = parts.flatMap((list, index) => this.#item(list, parts[index + 1]));
    const field = parts.findLast(
      (part, index) => this.#field(part) !== '' && this.#item(part, parts[index + 1]).length === 0,
    );
    const [first = '', ...within] = field === undefined ? items : [...items, this.#field(field)];
    return [first, ...within.map((name) => this.#small(name))].join(', ');
  }

  #item(list: string, index = ''): readonly string[] {
    const key = numbered[list];
    if (key === undefined || !/^\d+$/.test(index)) return [];
    return [this.#words.t(key, { n: Number(index) + 1 })];
  }

  #field(part: string): string {
    const key = `fault.place.${part}`;
    return this.#words.knows(key) ? this.#words.t(key) : '';
  }

  /** A name that does not begin what is said. */
  #small([first = '', ...others]: string): string {
    return `${first.toLocaleLowerCase(this.#words.language())}${others.join('')}`;
  }
}
