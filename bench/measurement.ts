import type { Size } from '../agent/platform/desktop.js';
import type { Finding } from './measure/result.js';

/** What a person may choose for a run. */
export interface Choices {
  /** Fewer samples, for a first look; nothing is recorded. */
  readonly quick: boolean;
  /** The sizes of the user's desktop. */
  readonly sizes: readonly Size[];
  /** Blocks of clicks, and clicks in a block, instead of the usual ones. */
  readonly blocks?: number;
  readonly clicks?: number;
  /** How many closed sessions there are at most, instead of the usual number. */
  readonly sessions?: number;
  /** How often something is tried, and from which seed. */
  readonly runs?: number;
  readonly seed?: number;
}

/** One goal that can be measured. */
export interface Measurement {
  readonly id: string;
  readonly what: string;
  /** Whether it is measured only when it is named. */
  readonly onlyByName?: true;
  measure(choices: Choices): Promise<readonly Finding[]>;
}
