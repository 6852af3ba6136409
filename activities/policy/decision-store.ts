import type { Action } from '../../workflows/domain/policy/actions.js';
import type { Relation, Role } from '../../workflows/domain/policy/roles.js';
import { type Database, rowsOf } from '../store/database.js';

/** Decisions of the policy that were alike, with all that they rested on. */
export interface StoredDecision {
  readonly technician: string;
  readonly channel: string;
  readonly action: Action;
  readonly relation: Relation;
  readonly assigning: Role | null;
  readonly allowed: boolean;
  readonly revision: string;
  readonly standing: object;
  readonly times: number;
  /** Milliseconds since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Decisions are kept for so many days, to be asked again under another policy. */
const keptDays = 90;

/** The decisions that the policy took: equal ones of a day are one row. */
export class DecisionStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Adds what was gathered, in one statement whatever the number. */
  async add(decisions: readonly StoredDecision[]): Promise<void> {
    if (decisions.length === 0) return;
    await rowsOf(this.#db, adding, { decisions: JSON.stringify(decisions) });
  }

  /** The decisions taken since an instant, latest first, up to so many rows. */
  async since(instant: number, limit: number): Promise<readonly StoredDecision[]> {
    const rows = await rowsOf<DecisionRow>(
      this.#db,
      `select technician, channel, action, relation, nullif(assigning, '') as assigning, allowed,
         revision, standing, times, first_at, last_at
       from policy_decisions where last_at >= to_timestamp(:instant / 1000.0)
       order by last_at desc limit :limit`,
      { instant, limit },
    );
    return rows.map(({ first_at, last_at, times, ...row }) => ({
      ...row,
      times: Number(times),
      firstAt: first_at.getTime(),
      lastAt: last_at.getTime(),
    }));
  }

  /** Forgets what is too old to be asked again. */
  async sweep(): Promise<void> {
    await rowsOf(
      this.#db,
      'delete from policy_decisions where day < current_date - cast(:keptDays as integer)',
      {
        keptDays,
      },
    );
  }
}

interface DecisionRow extends Omit<StoredDecision, 'times' | 'firstAt' | 'lastAt'> {
  /** Postgres gives 64-bit numbers as text. */
  readonly times: string;
  readonly first_at: Date;
  readonly last_at: Date;
}

// What stands in two ways of writing is one row here, and no row may be met twice by one statement.
const adding = `
  insert into policy_decisions as known (day, technician, channel, action, relation, assigning,
    allowed, revision, standing, standing_hash, times, first_at, last_at)
  select (to_timestamp("lastAt" / 1000.0) at time zone 'utc')::date, technician, channel, action,
    relation, coalesce(assigning, ''), allowed, revision, standing, md5(standing::text), sum(times),
    to_timestamp(min("firstAt") / 1000.0), to_timestamp(max("lastAt") / 1000.0)
  from jsonb_to_recordset(:decisions) as d (technician text, channel text, action text,
    relation text, assigning text, allowed boolean, revision text, standing jsonb, times bigint,
    "firstAt" numeric, "lastAt" numeric)
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  order by 1, 2, 3, 4, 5, 6, 7, 8, 10
  on conflict (day, technician, channel, action, relation, assigning, allowed, revision,
    standing_hash)
  do update set times = known.times + excluded.times,
    first_at = least(known.first_at, excluded.first_at),
    last_at = greatest(known.last_at, excluded.last_at)
`;
