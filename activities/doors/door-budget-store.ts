import type { Budget } from '../../workflows/domain/codes/budget.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';

/** Whose budget is charged, for what and how much. */
export interface Charge {
  readonly kind: string;
  readonly subject: string;
  readonly units: number;
  readonly budget: Budget;
}

/** What was done at the doors of the desk, by everybody and for all processes. */
export class DoorBudgetStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Charges a budget and tells the level that it has reached; of many at once each counts. */
  async charge({ kind, subject, units, budget }: Charge): Promise<number> {
    const row = await rowOf<{ level: number }>(this.#db, charging, {
      kind,
      subject,
      units,
      perDay: budget.perDay,
    });
    if (!row) throw new Error('A budget gave no answer.');
    return row.level;
  }

  /** Tells the level that a charge would reach, without charging. */
  async levelWith({ kind, subject, units, budget }: Charge): Promise<number> {
    const row = await rowOf<{ level: number }>(this.#db, looking, {
      kind,
      subject,
      perDay: budget.perDay,
    });
    return (row?.level ?? 0) + units;
  }

  /** Gives a charge back that was not needed. */
  async refund({ kind, subject, units }: Charge): Promise<void> {
    await rowsOf(
      this.#db,
      `update door_budgets set level = greatest(0, level - :units)
       where kind = :kind and subject = :subject`,
      { kind, subject, units },
    );
  }

  /** Marks a piece of work as used; false when it was used before. */
  async spend(challengeHash: string, until: Date): Promise<boolean> {
    const row = await rowOf(
      this.#db,
      `insert into spent_proofs (challenge_hash, until) values (:challengeHash, :until)
       on conflict do nothing returning challenge_hash`,
      { challengeHash, until },
    );
    return row !== null;
  }

  /** Forgets budgets that nobody has touched for two days, and work whose time is over. */
  async sweep(): Promise<void> {
    await rowsOf(
      this.#db,
      "delete from door_budgets where at < clock_timestamp() - interval '2 days'",
    );
    await rowsOf(this.#db, 'delete from spent_proofs where until < clock_timestamp()');
  }
}

const charging = `
  insert into door_budgets as known (kind, subject, level, at)
  values (:kind, :subject, :units, clock_timestamp())
  on conflict (kind, subject) do update set
    level = greatest(0, known.level - :perDay::double precision
      * extract(epoch from excluded.at - known.at) / 86400) + :units,
    at = excluded.at
  returning level
`;

const looking = `
  select greatest(0, level - :perDay::double precision
    * extract(epoch from clock_timestamp() - at) / 86400) as level
  from door_budgets where kind = :kind and subject = :subject
`;
