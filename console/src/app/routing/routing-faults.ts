import { Injectable, inject, signal } from '@angular/core';
import { asProblem } from '../desk/desk-problem.js';
import { Notices } from '../shell/notices.js';
import { FaultWords } from '../words/fault-words.js';
import { Words, type WordKey } from '../words/words.js';

/** Sentences by the place that a fault is at; what is not among them speaks by the desk’s own. */
const sentences: readonly (readonly [RegExp, WordKey])[] = [
  [/Seconds$/, 'routing.fault.time'],
  [/^\/tiers\/\d+$/, 'routing.fault.nobody'],
  [/^\/tiers\/\d+\/(groups|technicians)/, 'routing.fault.gone'],
  [/\/name$/, 'routing.fault.name'],
  [/\/channel$/, 'routing.fault.channel'],
  [/\/when/, 'routing.fault.when'],
];

/** What is wrong with a routing, each fault at its place. */
@Injectable()
export class RoutingFaults {
  readonly #words = inject(Words);
  readonly #faultWords = inject(FaultWords);
  readonly #notices = inject(Notices);
  readonly #faults = signal<ReadonlyMap<string, string>>(new Map());

  clear(): void {
    this.#faults.set(new Map());
  }

  /** Takes what the desk said; its sentence is shown as well, for the place may be out of sight. */
  take(thrown: unknown): void {
    const { errors = [] } = asProblem(thrown).problem;
    const placed = errors.map(
      ({ path, message }) => [path.replace(/^\/body/, ''), message] as const,
    );
    this.#faults.set(new Map(placed));
    this.#notices.problem(thrown);
  }

  /** The fault at a place or below it; null where there is none. */
  at(...places: readonly string[]): string | null {
    for (const [path, message] of this.#faults()) {
      const here = places.some((place) => path === place || path.startsWith(`${place}/`));
      if (here) return this.#sentence(path) ?? this.#faultWords.sentence({ message });
    }
    return null;
  }

  /** The fault at exactly this place. */
  only(place: string): string | null {
    const message = this.#faults().get(place);
    return message === undefined
      ? null
      : (this.#sentence(place) ?? this.#faultWords.sentence({ message }));
  }

  #sentence(path: string): string | null {
    const found = sentences.find(([pattern]) => pattern.test(path));
    return found ? this.#words.t(found[1]) : null;
  }
}
