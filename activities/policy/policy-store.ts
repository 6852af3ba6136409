import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import type { LiveBell } from '../store/feed/live-bell.js';
import { writeAudit } from '../store/log/audit-entry.js';

/** A whole policy: its files by their paths, and the names of all of them and of what decides. */
export interface StoredSet {
  readonly digest: string;
  readonly revision: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A time at which a policy came into force, and how. */
export interface HistoryEntry {
  readonly id: number;
  readonly at: Date;
  readonly digest: string;
  readonly revision: string;
  readonly source: 'files' | 'proposal' | 'rollback';
  readonly by: Actor;
  readonly proposal: string | null;
  readonly restores: number | null;
}

/** What is to come into force. */
export interface NextEntry {
  readonly set: StoredSet;
  readonly source: HistoryEntry['source'];
  readonly by: Actor;
  /** The action and revision that let somebody do it, and from where; null for the desk itself. */
  readonly grant: AuditGrant | null;
  readonly proposal?: string;
  readonly restores?: number;
}

/** What let somebody do something, as the audit keeps it. */
export interface AuditGrant {
  readonly action: string;
  readonly revision: string;
  readonly from?: string;
}

/** The policies that were in force, as every process of the desk follows them. */
export class PolicyStore {
  readonly #db: Database;
  readonly #bell: Pick<LiveBell, 'ring'>;

  constructor(db: Database, bell: Pick<LiveBell, 'ring'>) {
    this.#db = db;
    this.#bell = bell;
  }

  /** The time at which what is in force came to be; null on a fresh desk. */
  async latest(): Promise<HistoryEntry | null> {
    return latestIn(this.#db);
  }

  /** The times at which policies came into force, latest first. */
  async history(limit: number): Promise<readonly HistoryEntry[]> {
    const rows = await rowsOf<HistoryRow>(this.#db, `${history} order by h.id desc limit :limit`, {
      limit,
    });
    return rows.flatMap((row) => historyEntry(row) ?? []);
  }

  /** The files that were last taken from disk, put in force or proposed; null when never. */
  async lastFromFiles(): Promise<string | null> {
    const found = await rowOf<{ digest: string }>(
      this.#db,
      `select digest from (
         select digest, at from policy_history where source = 'files'
         union all select digest, at from policy_proposals where source = 'files'
       ) as taken order by at desc limit 1`,
    );
    return found?.digest ?? null;
  }

  async set(digest: string): Promise<StoredSet | null> {
    return setIn(this.#db, digest);
  }

  /**
   * Puts a set in force for every process, unless something else came into force since `after`.
   * Answers the entry, or null where somebody was faster.
   */
  async putInForce(next: NextEntry, after: number | null): Promise<HistoryEntry | null> {
    const entry = await this.#db.transaction(async (tx) => enter(tx, next, after));
    this.#bell.ring();
    return entry;
  }
}

/** Puts a set in force within a transaction; see `PolicyStore.putInForce`. */
export async function enter(
  tx: Database,
  next: NextEntry,
  after: number | null,
): Promise<HistoryEntry | null> {
  await rowsOf(tx, "select pg_advisory_xact_lock(hashtext('policy in force'))");
  const before = await latestIn(tx);
  if ((before?.id ?? null) !== after) return null;
  await keepSet(tx, next.set);
  await addEntry(tx, next);
  await auditEntry(tx, next, before?.revision ?? null);
  return latestIn(tx);
}

async function addEntry(tx: Database, next: NextEntry): Promise<void> {
  const { set, source, by, proposal = null, restores = null } = next;
  await rowsOf(
    tx,
    `insert into policy_history (digest, source, by, proposal, restores)
     values (:digest, :source, :by, :proposal, :restores)`,
    { digest: set.digest, source, by: JSON.stringify(by), proposal, restores },
  );
}

async function auditEntry(tx: Database, next: NextEntry, before: string | null): Promise<void> {
  const { set, source, by, grant, proposal = null } = next;
  await writeAudit(tx, {
    actor: by,
    ...(grant ?? { action: 'policy.put-in-force', revision: before }),
    subject: { kind: 'policy', key: 'in-force' },
    data: { did: 'put-in-force', source, proposal, before, after: set.revision, files: set.digest },
  });
}

/** A set by the name of its files. */
export async function setIn(db: Database, digest: string): Promise<StoredSet | null> {
  return rowOf<StoredSet>(
    db,
    'select digest, revision, files from policy_sets where digest = :digest',
    { digest },
  );
}

/** Keeps a set, once. */
export async function keepSet(tx: Database, { digest, revision, files }: StoredSet): Promise<void> {
  await rowsOf(
    tx,
    `insert into policy_sets (digest, revision, files) values (:digest, :revision, :files)
     on conflict (digest) do nothing`,
    { digest, revision, files: JSON.stringify(files) },
  );
}

async function latestIn(db: Database): Promise<HistoryEntry | null> {
  return historyEntry(await rowOf<HistoryRow>(db, `${history} order by h.id desc limit 1`));
}

interface HistoryRow extends Omit<HistoryEntry, 'id' | 'restores'> {
  /** Postgres gives 64-bit numbers as text. */
  readonly id: string;
  readonly restores: string | null;
}

function historyEntry(row: HistoryRow | null): HistoryEntry | null {
  if (row === null) return null;
  const { id, restores } = row;
  return { ...row, id: Number(id), restores: restores === null ? null : Number(restores) };
}

const history = `
  select h.id, h.at, h.digest, s.revision, h.source, h.by, h.proposal, h.restores
  from policy_history h join policy_sets s on s.digest = h.digest
`;
