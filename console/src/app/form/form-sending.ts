import { computed, inject, signal } from '@angular/core';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import type { Fault } from '../words/fault-words.js';
import { ProblemWords } from '../words/problem-words.js';

/** Problems that are about one place of what was sent, though the desk names none. */
const placeOf: Readonly<Record<string, string>> = {
  'address-taken': '/address',
  'code-unknown': '/code',
  'customer-unknown': '/customer',
  'key-taken': '/key',
  'name-taken': '/name',
  'sos-call-name-taken': '/name',
  'webhook-address': '/url',
};

/** Problems that say no more than that something is wrong at the places that they name. */
const saysNoMore: ReadonlySet<string> = new Set(['malformed-request', 'unfit-request']);

/** The sending of a form: whether it is under way, and in a sentence why it did not work. */
export class FormSending {
  readonly #problemWords = inject(ProblemWords);
  readonly #held = signal<readonly string[]>([]);
  #key = crypto.randomUUID();
  readonly busy = signal(false);
  readonly problem = signal<DeskProblem | null>(null);
  readonly sentence = computed(() => {
    const failure = this.problem();
    return failure && this.#problemWords.sentence(failure);
  });
  /** What is wrong at which place of what was sent. */
  readonly #faults = computed(() => this.problem()?.problem.errors ?? []);
  /** The place that the problem as a whole is about, where somebody says it there. */
  readonly #placed = computed(() => {
    const place = placeOf[this.problem()?.code ?? ''];
    return place !== undefined && this.#held().includes(place) ? place : null;
  });
  /** What is left to say where no place says it. */
  readonly general = computed(() => {
    const isSaid = this.#placed() !== null || (this.#isOnlyOfPlaces() && !this.homeless().length);
    return isSaid ? null : this.sentence();
  });
  /** What is wrong where nobody says so. */
  readonly homeless = computed(() =>
    this.#faults().filter((fault) => this.#holderOf(fault) === null),
  );

  #isOnlyOfPlaces(): boolean {
    return saysNoMore.has(this.problem()?.code ?? '') && this.#faults().length > 0;
  }

  /** What is wrong at a place such as `/tiers/0`, or below it where no nearer one says so. */
  faultsAt(place: string): readonly Fault[] {
    return this.#faults().filter((fault) => this.#holderOf(fault) === place);
  }

  /** The sentence of a problem that is about this place as a whole. */
  problemAt(place: string): string | null {
    return this.#placed() === place ? this.sentence() : null;
  }

  /** Somebody says what is wrong at a place, until they let go of it. */
  hold(place: string): () => void {
    this.#held.update((held) => [...held, place]);
    return () => {
      this.#held.update((held) => held.filter((_, index) => index !== held.indexOf(place)));
    };
  }

  /** The places of what was refused are others now: something was moved or taken out. */
  forget(): void {
    this.problem.set(null);
  }

  /** Does it once at a time, with the key of this sending; true when it worked. */
  async send(act: (key: string) => Promise<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    try {
      await act(this.#key);
      this.problem.set(null);
      this.#key = crypto.randomUUID();
      return true;
    } catch (thrown) {
      const problem = asProblem(thrown);
      this.problem.set(problem);
      // Only what nobody has answered may have been done, and is sent again as the same.
      if (problem.code !== 'unreachable') this.#key = crypto.randomUUID();
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  /** The nearest place that says what is wrong there. */
  #holderOf({ path }: Fault): string | null {
    const below = `${path.replace(/^\/(body|query)/, '')}/`;
    const holders = this.#held().filter((place) => below.startsWith(`${place}/`));
    return holders.sort((one, other) => other.length - one.length)[0] ?? null;
  }
}
