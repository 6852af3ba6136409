import type { DecisionStore, StoredDecision } from '../../activities/policy/decision-store.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { Question } from '../../policies/question.js';
import { standingOf } from '../../policies/asking/standing.js';

/** A decision that was taken. */
export interface TakenDecision {
  readonly question: Question;
  readonly allowed: boolean;
  /** Whether an invitation decided it, and not the policy. */
  readonly lent?: true;
}

/** Where decisions are noted, to be asked again under another policy. */
export interface DecisionLog {
  /** Must cost next to nothing: it stands in the way of every request. */
  note(authorizer: Authorizer, taken: TakenDecision): void;
}

interface Tally {
  readonly authorizer: Authorizer;
  readonly taken: TakenDecision;
  times: number;
  readonly firstAt: number;
  lastAt: number;
}

/** More than a busy desk has in a few seconds; what comes beyond it is counted and told. */
const mostWaiting = 50_000;

/**
 * Gathers decisions in memory and writes them together. What each rested on is looked up only then,
 * in the very organisation that was asked; equal decisions are counted.
 */
export class DecisionJournal implements DecisionLog {
  readonly #store: Pick<DecisionStore, 'add'>;
  readonly #now: () => number;
  #waiting = new Map<Authorizer, Map<string, Tally>>();
  #size = 0;
  #lost = 0;

  constructor(store: Pick<DecisionStore, 'add'>, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  note(authorizer: Authorizer, taken: TakenDecision): void {
    let tallies = this.#waiting.get(authorizer);
    if (!tallies) this.#waiting.set(authorizer, (tallies = new Map<string, Tally>()));
    const { technician, channel, action, relation, assigning = '' } = taken.question;
    const how = taken.lent ? 'lent' : assigning;
    const key = `${technician}\n${channel}\n${action}\n${relation}\n${how}`;
    const known = tallies.get(key);
    const lastAt = this.#now();
    if (known) {
      known.times += 1;
      known.lastAt = lastAt;
      return;
    }
    if (this.#size >= mostWaiting) {
      this.#lost += 1;
      return;
    }
    this.#size += 1;
    tallies.set(key, { authorizer, taken, times: 1, firstAt: lastAt, lastAt });
  }

  /** Writes what was gathered; what cannot be written waits for the next time. */
  async flush(): Promise<void> {
    const written = this.#waiting;
    const lost = this.#lost;
    this.#waiting = new Map();
    this.#size = 0;
    this.#lost = 0;
    try {
      await this.#store.add(
        [...written.values()].flatMap((some) => [...some.values()].map(stored)),
      );
    } catch (error) {
      this.#takeBack(written);
      throw error;
    }
    if (lost > 0) throw new Error(`${lost} decisions of the policy were too many to be noted.`);
  }

  #takeBack(written: ReadonlyMap<Authorizer, ReadonlyMap<string, Tally>>): void {
    for (const [authorizer, before] of written) {
      const tallies = new Map(before);
      for (const [key, { times, lastAt }] of this.#waiting.get(authorizer) ?? []) {
        const known = tallies.get(key);
        if (known) tallies.set(key, { ...known, times: known.times + times, lastAt });
      }
      const since = this.#waiting.get(authorizer) ?? new Map<string, Tally>();
      this.#waiting.set(authorizer, new Map([...since, ...tallies]));
    }
    this.#size = [...this.#waiting.values()].reduce((sum, { size }) => sum + size, 0);
  }
}

function stored({ authorizer, taken, ...tally }: Tally): StoredDecision {
  const { question, allowed, lent } = taken;
  const { technician, channel, action, relation, assigning = null } = question;
  const standing = standingOf(authorizer.people, question);
  return {
    technician,
    channel,
    action,
    relation,
    assigning,
    allowed,
    revision: authorizer.revision,
    standing: lent ? { ...standing, lent } : standing,
    times: tally.times,
    firstAt: tally.firstAt,
    lastAt: tally.lastAt,
  };
}
