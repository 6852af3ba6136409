import { type Database, rowsOf } from './database.js';

/** Something that the policy refused somebody. */
export interface PolicyRefusal {
  readonly technician: string;
  readonly action: string;
  readonly channel: string;
  readonly revision: string;
  /** Where it was asked from. */
  readonly address: string;
}

/** Refusals by policy, gathered per person and minute, so that nobody fills the audit by trying. */
export class RefusalStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async note(refusal: PolicyRefusal): Promise<void> {
    await rowsOf(
      this.#db,
      `insert into refusals as known (technician, minute, action, channel, revision, times, addresses)
       values (:technician, date_trunc('minute', clock_timestamp()), :action, :channel, :revision, 1,
         array[cast(:address as text)])
       on conflict (technician, minute, action, channel, revision)
       do update set times = known.times + 1, last_at = clock_timestamp(), addresses =
         case when :address = any(known.addresses) then known.addresses
           else known.addresses || cast(:address as text) end`,
      { ...refusal },
    );
  }
}
