import { refusedByPolicy, type RefusedByPolicy } from '../../activities/audit/refused-by-policy.js';
import type { HappeningLog } from '../audit/happening-log.js';
import type { RefusalLog } from './policy-desk.js';

/** Sends what the policy refuses to the audit without making the refused wait. */
export class GatheredRefusals implements RefusalLog {
  readonly #happenings: HappeningLog;

  constructor(happenings: HappeningLog) {
    this.#happenings = happenings;
  }

  note(refused: RefusedByPolicy): void {
    this.#happenings.note(refusedByPolicy(refused));
  }
}
