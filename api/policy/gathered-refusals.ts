import type { HappeningLog } from '../audit/happening-log.js';
import type { Refusal, RefusalLog } from './policy-desk.js';

/** Sends what the policy refuses to the audit without making the refused wait. */
export class GatheredRefusals implements RefusalLog {
  readonly #happenings: HappeningLog;

  constructor(happenings: HappeningLog) {
    this.#happenings = happenings;
  }

  note({ technician, action, channel, revision, address }: Refusal): void {
    const who = { kind: 'technician', key: technician } as const;
    this.#happenings.note({
      kind: 'refusal',
      actor: who,
      subject: who,
      what: { action, channel },
      revision,
      address,
    });
  }
}
