import { Injectable, Injector, afterNextRender, inject, signal } from '@angular/core';
import { asProblem } from '../desk/desk-problem.js';
import { Notices } from '../shell/notices.js';
import { type Fault, FaultWords } from '../words/fault-words.js';

/** What is wrong with a routing, each fault at its place. */
@Injectable()
export class RoutingFaults {
  readonly #faultWords = inject(FaultWords);
  readonly #notices = inject(Notices);
  readonly #injector = inject(Injector);
  readonly #faults = signal<ReadonlyMap<string, Fault>>(new Map());

  clear(): void {
    this.#faults.set(new Map());
  }

  /** Takes what the desk said, shows its sentence, and brings the first place into sight. */
  take(thrown: unknown): void {
    const { errors = [] } = asProblem(thrown).problem;
    const placed = errors.map((fault) => [fault.path.replace(/^\/body/, ''), fault] as const);
    this.#faults.set(new Map(placed));
    afterNextRender({ read: showFirst }, { injector: this.#injector });
    this.#notices.problem(thrown);
  }

  /** The fault at a place or below it; null where there is none. */
  at(place: string): string | null {
    for (const [path, fault] of this.#faults()) {
      if (path === place || path.startsWith(`${place}/`)) return this.#faultWords.whole(fault);
    }
    return null;
  }
}

/** Saving is pressed below a long form, whose first fault may be far above. */
function showFirst(): void {
  document.querySelector('md-routing-fault .fault')?.scrollIntoView({ block: 'center' });
}
