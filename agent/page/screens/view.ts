import type { Actions } from '../flow/invitation-page.js';
import type { Words } from '../language/english.js';
import type { Model } from '../state/model.js';

/** What a screen is drawn from. */
export interface View {
  readonly model: Model;
  readonly words: Words;
  /** How dates and times are written. */
  readonly locale: string;
  readonly actions: Actions;
  /** The wall clock, for deadlines of hours. */
  readonly now: Date;
  /** The steady clock in milliseconds, for countdowns. */
  readonly tick: number;
}
