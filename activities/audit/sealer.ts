import { type Database, rowOf, rowsOf } from '../store/database.js';
import type { Head } from './bundle.js';
import { CheckpointFile, lastOf } from './checkpoint-file.js';
import { openLogKey, signed, type SigningKey } from './log-key.js';
import { LogTree } from './log-tree.js';
import { grown, leafHash, type Node, rootOf } from './merkle.js';

/** Where the sealer keeps what must not be in the database. */
export interface SealerFiles {
  /** The private key, readable by its owner alone; made at the first sealing. */
  readonly key: string;
  /** Gets a line for every head; best on another machine's disk. */
  readonly checkpoints: string;
}

/**
 * The database no longer holds what was signed: it was restored from a backup, or somebody cut the log
 * off. Nothing is sealed before somebody has said which.
 */
export class LogCutError extends Error {
  constructor(signed: Head, size: number) {
    super(
      `A log of ${signed.size} entries was signed ${signed.at}, and the database's, of ${size}, is not its continuation. ` +
        'If it was restored from a backup, say so: desk audit restored.',
    );
    this.name = 'LogCutError';
  }
}

const batch = 2_000;
const longestSilenceMs = 60_000;

/** Gathers committed entries into the log and signs what it has become; one process at a time. */
export class Sealer {
  readonly #db: Database;
  readonly #files: SealerFiles;
  readonly #checkpoints: CheckpointFile;

  constructor(db: Database, files: SealerFiles) {
    this.#db = db;
    this.#files = files;
    this.#checkpoints = new CheckpointFile(files.checkpoints);
  }

  /** Seals all that waits; a log that rests is signed again each minute and by each new key. Gives the heads that were signed. */
  async seal(): Promise<readonly Head[]> {
    const key = await openLogKey(this.#db, this.#files.key);
    await this.#requireContinuation();
    const heads: Head[] = [];
    for (;;) {
      const { head, taken } = await this.#db.transaction((tx) => sealIn(tx, key));
      if (head) {
        this.#checkpoints.append(head);
        heads.push(head);
      }
      if (taken < batch) return heads;
    }
  }

  /** Two logs under one key would be worth as much as none. */
  async #requireContinuation(): Promise<void> {
    const signed = lastOf(this.#checkpoints.lines());
    if (!signed || signed.size === 0) return;
    const found = await rowOf<{ size: number; root: string | null }>(this.#db, continuing, {
      size: signed.size,
    });
    const isContinued = found !== null && found.size >= signed.size && found.root === signed.root;
    if (!isContinued) throw new LogCutError(signed, found?.size ?? 0);
  }
}

interface Sealed {
  readonly head: Head | null;
  readonly taken: number;
}

async function sealIn(tx: Database, key: SigningKey): Promise<Sealed> {
  const last = await lastSealed(tx);
  const entries = await rowsOf<{ entry_id: string; hash: Buffer }>(tx, taking, { batch });
  const isFresh = last.silentForMs < longestSilenceMs && last.key === key.id;
  if (entries.length === 0 && isFresh) return { head: null, taken: 0 };
  const before = await new LogTree(tx).frontier(last.size);
  const leaves = entries.map(({ hash }) => leafHash(hash));
  const { nodes, frontier } = grown(last.size, before, leaves);
  await keep(
    tx,
    nodes,
    entries.map(({ entry_id }) => entry_id),
  );
  const root = rootOf(frontier.map(({ hash }) => hash));
  const head = await addHead(tx, key, { size: last.size + entries.length, root });
  return { head, taken: entries.length };
}

const continuing = `
  select (select size from audit_heads order by id desc limit 1)::float8 as size,
    (select encode(root, 'hex') from audit_heads where size = :size order by id desc limit 1) as root
`;

// In the order of their ids the entries of each subject stand in the order of their chain.
const taking = `
  with taken as (
    delete from audit_unsealed
    where ctid = any(array(select ctid from audit_unsealed order by entry_id limit :batch))
    returning entry_id, hash
  )
  select entry_id, hash from taken order by entry_id
`;

interface LastSealed {
  readonly size: number;
  readonly silentForMs: number;
  readonly key: string | null;
}

async function lastSealed(tx: Database): Promise<LastSealed> {
  const last = await rowOf<{ size: number; silent: number; key: string }>(
    tx,
    `select size::float8 as size, key,
       (extract(epoch from clock_timestamp() - at) * 1000)::float8 as silent
     from audit_heads order by id desc limit 1`,
  );
  const silentForMs = last?.silent ?? Number.POSITIVE_INFINITY;
  return { size: last?.size ?? 0, silentForMs, key: last?.key ?? null };
}

async function keep(tx: Database, nodes: readonly Node[], ids: readonly string[]): Promise<void> {
  if (nodes.length === 0) return;
  const leaves = nodes.filter(({ level }) => level === 0);
  const inner = nodes.filter(({ level }) => level > 0);
  await rowsOf(
    tx,
    `with inner_nodes as (
       insert into audit_nodes (level, index, hash)
       select * from unnest(cast(:levels as smallint[]), cast(:indexes as bigint[]),
         cast(:inners as bytea[]))
     )
     insert into audit_leaves (leaf, entry_id, hash)
     select * from unnest(cast(:leaves as bigint[]), cast(:ids as bigint[]),
       cast(:hashes as bytea[]))`,
    {
      levels: inner.map(({ level }) => level),
      indexes: inner.map(({ index }) => index),
      inners: inner.map(({ hash }) => hash),
      leaves: leaves.map(({ index }) => index),
      ids,
      hashes: leaves.map(({ hash }) => hash),
    },
  );
}

async function addHead(
  tx: Database,
  key: SigningKey,
  { size, root }: { size: number; root: Buffer },
): Promise<Head> {
  const clock = await rowOf<{ now: Date }>(tx, 'select clock_timestamp() as now');
  const at = (clock?.now ?? new Date()).toISOString();
  const said = { log: key.log, size, root: root.toString('hex'), at, key: key.id };
  const head: Head = { ...said, signature: signed(said, key) };
  await rowsOf(
    tx,
    `insert into audit_heads (size, root, at, key, signature)
     values (:size, decode(:root, 'hex'), :at, :key, :signature)`,
    { ...head },
  );
  return head;
}
