import type { Charge, DoorBudgetStore } from '../../activities/doors/door-budget-store.js';
import { bitsFor } from '../../workflows/domain/codes/budget.js';
import type { Proof } from '../../workflows/domain/codes/proof-of-work.js';
import { ProblemError } from '../problems/problem-error.js';
import { doneWork, workFor } from './door-work.js';

/** What the gate is made with. */
export interface DoorGateOptions {
  readonly budgets: Pick<DoorBudgetStore, 'charge' | 'refund' | 'spend'>;
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
   * Charges the budgets before anything is tried, so that of many at once each counts. Throws
   * `work-wanted` with a piece of work when one is used up and no good proof comes along.
   */
  async pass(
    whose: string,
    charges: readonly Charge[],
    proof: Proof | undefined,
  ): Promise<Passage> {
    const levels = await Promise.all(charges.map((one) => this.#options.budgets.charge(one)));
    const refund = async (): Promise<void> => {
      await Promise.all(charges.map((one) => this.#options.budgets.refund(one)));
    };
    const bits = Math.max(
      ...charges.map(({ budget }, index) => bitsFor(levels[index] ?? 0, budget)),
    );
    if (bits > 0 && !(await this.#isPaid(whose, bits, proof))) {
      await refund();
      const { key, now } = this.#options;
      throw new ProblemError('work-wanted', { work: workFor(key, whose, bits, now()) });
    }
    return { refund };
  }

  async #isPaid(whose: string, bits: number, proof: Proof | undefined): Promise<boolean> {
    const { key, now, budgets } = this.#options;
    const done = proof ? doneWork(key, whose, proof, now()) : null;
    // What was asked for before others raised the price no longer pays it.
    if (!done || done.bits < bits) return false;
    return budgets.spend(done.challengeHash, done.until);
  }
}
