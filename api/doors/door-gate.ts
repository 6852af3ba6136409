import type { Charge, DoorBudgetStore } from '../../activities/doors/door-budget-store.js';
import { bitsFor } from '../../workflows/domain/codes/budget.js';
import type { Proof } from '../../workflows/domain/codes/proof-of-work.js';
import { ProblemError } from '../problems/problem-error.js';
import { doneWork, workFor } from './door-work.js';

/** What the gate is made with. */
export interface DoorGateOptions {
  readonly budgets: Pick<DoorBudgetStore, 'charge' | 'levelsWith' | 'refund' | 'spend'>;
  readonly key: Buffer;
  readonly now: () => number;
}

/** A passage through the gate that was charged for. */
export interface Passage {
  /** Gives the charges back: it was no guess after all. */
  refund(): Promise<void>;
}

/** Holds whoever tries a door to a measure; beyond it every further time costs work. */
export class DoorGate {
  readonly #options: DoorGateOptions;

  constructor(options: DoorGateOptions) {
    this.#options = options;
  }

  /**
   * Charges the budgets before anything is tried, so that of many at once each counts: one's own
   * first, so that whoever must work leaves alone what others share. Throws `work-wanted` with a
   * piece of work when one is used up and no good proof comes along; who is known to be refused is
   * not even charged, so that a flood of them writes nothing.
   */
  async pass(
    whose: string,
    charges: readonly Charge[],
    proof: Proof | undefined,
  ): Promise<Passage> {
    const { key, now, budgets } = this.#options;
    const done = proof ? doneWork(key, whose, proof, now()) : null;
    const paid = done?.bits ?? 0;
    const refuse = (bits: number): never => {
      throw new ProblemError('work-wanted', { work: workFor(key, whose, bits, now()) });
    };
    const expected = await this.#wantedBy(charges);
    if (paid < expected) refuse(expected);
    const charged: Charge[] = [];
    const refund = async (): Promise<void> => {
      await Promise.all(charged.map((one) => budgets.refund(one)));
    };
    let wanted = 0;
    for (const one of charges) {
      charged.push(one);
      wanted = Math.max(wanted, bitsFor(await budgets.charge(one), one.budget));
      // What was asked for before others raised the price no longer pays it.
      if (paid < wanted) break;
    }
    if (wanted === 0) return { refund };
    if (done && paid >= wanted && (await budgets.spend(done.challengeHash, done.until))) {
      return { refund };
    }
    await refund();
    return refuse(Math.max(wanted, await this.#wantedBy(charges.slice(charged.length))));
  }

  /** What passing some budgets would want now, so that one piece of work pays for all of them. */
  async #wantedBy(charges: readonly Charge[]): Promise<number> {
    const levels = await this.#options.budgets.levelsWith(charges);
    return Math.max(0, ...charges.map(({ budget }, index) => bitsFor(levels[index] ?? 0, budget)));
  }
}
