import type { Budget } from '../../workflows/domain/codes/budget.js';
import { type Database, preparedRowOf, preparedRowsOf, rowOf, rowsOf } from '../store/database.js';

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
    const row = await preparedRowOf<{ level: number }>(this.#db, charging, {
      kind,
      subject,
      units,
      perDay: budget.perDay,
    });
    if (!row) throw new Error('A budget gave no answer.');
    return row.level;
  }

  /** Tells the levels that some charges would reach, in their order, without charging. */
  async levelsWith(charges: readonly Charge[]): Promise<readonly number[]> {
    const rows = await preparedRowsOf<{ level: number }>(this.#db, looking, {
      kinds: charges.map(({ kind }) => kind),
      subjects: charges.map(({ subject }) => subject),
      units: charges.map(({ units }) => units),
      perDays: charges.map(({ budget }) => budget.perDay),
    });
    return rows.map(({ level }) => level);
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
  select asked.units + greatest(0, coalesce(known.level - asked.per_day
    * extract(epoch from clock_timestamp() - known.at) / 86400, 0)) as level
  from unnest(cast(:kinds as text[]), cast(:subjects as text[]), cast(:units as double precision[]),
    cast(:perDays as double precision[])) with ordinality
    as asked (kind, subject, units, per_day, place)
  left join door_budgets known on known.kind = asked.kind and known.subject = asked.subject
  order by asked.place
`;
