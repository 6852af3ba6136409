import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { writeAudit } from '../store/log/audit-entry.js';
import type { Doing } from './doing.js';

/** Work on the whole record that may take long: letting go of what is old, verifying the log. */
export const runKinds = ['retention', 'verification'] as const;
export type RunKind = (typeof runKinds)[number];

/** A piece of such work: who asked, how far it is, and what came of it. */
export interface Run {
  readonly id: string;
  readonly kind: RunKind;
  readonly askedBy: Omit<Doing, 'from'>;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly done: number;
  /** Null as long as nobody has counted. */
  readonly total: number | null;
  readonly result: unknown;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
}

/** The work that is asked for in one process and done in another. */
export class RunStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Asks for a run, which the audit keeps; the same id again asks for nothing more. */
  async ask(id: string, kind: RunKind, doing: Doing): Promise<Run> {
    return this.#db.transaction(async (tx) => {
      const added = await add(tx, id, kind, doing);
      if (added) {
        const data = { asked: kind, run: id };
        await writeAudit(tx, { ...doing, subject: { kind: 'audit', key: kind }, data });
      }
      const run = await rowOf<Run>(tx, `${select} where id = :id`, { id });
      if (!run) throw new Error(`The run ${id} is not there.`);
      return run;
    });
  }

  /** Puts down what was carried out elsewhere, such as from the command line, with what came of it. */
  async note(id: string, kind: RunKind, doing: Doing, result: object): Promise<void> {
    await add(this.#db, id, kind, doing);
    await this.end(id, 'done', result);
  }

  /** Adds one that is due, unless the last began later or is still open. */
  async addDue(id: string, kind: RunKind, everyMs: number, actor: Actor): Promise<void> {
    const recent = await rowOf(
      this.#db,
      `select from audit_runs where kind = :kind and (ended_at is null
         or asked_at > clock_timestamp() - :everyMs * interval '1 millisecond') limit 1`,
      { kind, everyMs },
    );
    if (!recent) await add(this.#db, id, kind, { actor, action: null, revision: null });
  }

  /** The next that waits, or that a process left undone; asked for by one process at a time. */
  next(kinds: readonly RunKind[]): Promise<Run | null> {
    return rowOf<Run>(
      this.#db,
      `update audit_runs set state = 'running', started_at = clock_timestamp(), done = 0
       where id = (select id from audit_runs
         where ended_at is null and kind = any(:kinds) order by asked_at limit 1)
       returning ${columns}`,
      { kinds: [...kinds] },
    );
  }

  async progress(id: string, done: number, total: number): Promise<void> {
    await rowsOf(this.#db, 'update audit_runs set done = :done, total = :total where id = :id', {
      id,
      done,
      total,
    });
  }

  async end(id: string, state: 'done' | 'failed', result: object): Promise<void> {
    await rowsOf(
      this.#db,
      `update audit_runs set state = :state, result = :result, ended_at = clock_timestamp(),
         done = coalesce(total, done)
       where id = :id`,
      { id, state, result: JSON.stringify(result) },
    );
  }

  /** The latest of a kind, the last asked for first. */
  latest(kind: RunKind, limit: number): Promise<readonly Run[]> {
    return rowsOf<Run>(
      this.#db,
      `${select} where kind = :kind order by asked_at desc, id desc limit :limit`,
      { kind, limit },
    );
  }

  /** The latest of a kind that has come to an end, or null. */
  lastEnded(kind: RunKind): Promise<Run | null> {
    return rowOf<Run>(
      this.#db,
      `${select} where kind = :kind and ended_at is not null
       order by asked_at desc, id desc limit 1`,
      { kind },
    );
  }

  /** The latest of a kind that could be carried out, or null. */
  lastDone(kind: RunKind): Promise<Run | null> {
    return rowOf<Run>(
      this.#db,
      `${select} where kind = :kind and state = 'done' order by asked_at desc, id desc limit 1`,
      { kind },
    );
  }

  /** Forgets those that ended long ago, but for what went wrong. */
  async sweep(): Promise<void> {
    await rowsOf(
      this.#db,
      `delete from audit_runs where ended_at < clock_timestamp() - interval '90 days'
         and state = 'done' and coalesce(result -> 'findings', '[]') = '[]'`,
    );
  }
}

async function add(tx: Database, id: string, kind: RunKind, doing: Doing): Promise<boolean> {
  const { actor, action, revision } = doing;
  const added = await rowOf(
    tx,
    `insert into audit_runs (id, kind, asked_by) values (:id, :kind, :askedBy)
     on conflict (id) do nothing returning id`,
    { id, kind, askedBy: JSON.stringify({ actor, action, revision }) },
  );
  return added !== null;
}

const columns = `id, kind, asked_by as "askedBy", state, done::float8 as done,
  total::float8 as total, result, asked_at as "askedAt", ended_at as "endedAt"`;

const select = `select ${columns} from audit_runs`;
