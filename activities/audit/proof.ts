import type { Database } from '../store/database.js';
import { rowOf } from '../store/database.js';
import type { Consistency, Head, Proof } from './bundle.js';
import { logKeys } from './log-key.js';
import { NothingSealedError } from './log-period.js';
import { headsOf, leafOfEntry } from './log-reader.js';
import { LogTree } from './log-tree.js';
import { consistencyRanges, inclusionRanges } from './merkle.js';
import { inSnapshot } from './snapshot.js';

/** No head of that size was ever signed. */
export class HeadUnknownError extends Error {
  constructor(size: number) {
    super(`No head of size ${size} was signed.`);
    this.name = 'HeadUnknownError';
  }
}

/**
 * The proof that an entry is in the log, up to the last head and, where somebody keeps one, to a
 * checkpoint. Null where there is no such entry.
 */
export function proofOfEntry(
  db: Database,
  entryId: string,
  checkpoint: number | null,
): Promise<Proof | null> {
  return inSnapshot(db, async (tx) => {
    const known = await rowOf<{ chained: boolean }>(
      tx,
      'select hash is not null as chained from audit_entries where id = cast(:entryId as bigint)',
      { entryId },
    );
    if (!known) return null;
    if (!known.chained)
      throw new NothingSealedError('The entry is from before the log was sealed.');
    const leaf = await leafOfEntry(tx, entryId);
    if (!leaf) throw new NothingSealedError('The entry waits for its seal: ask in a minute.');
    const last = await lastHead(tx);
    const tree = new LogTree(tx);
    const path = await tree.path(inclusionRanges(leaf.leaf, { start: 0, end: last.size }));
    const inclusion = { size: last.size, leaf, path };
    return proofFrom(tx, checkpoint ?? last.size, last, inclusion);
  });
}

/** The proof that the log of one signed size became that of another, or of the last head. */
export function proofOfGrowth(db: Database, from: number, to: number | null): Promise<Proof> {
  return inSnapshot(db, async (tx) => {
    const end = to === null ? await lastHead(tx) : await headOf(tx, to);
    return proofFrom(tx, from, end, null);
  });
}

async function proofFrom(
  tx: Database,
  size: number,
  end: Head,
  inclusion: Proof['inclusion'],
): Promise<Proof> {
  const other = size === end.size ? end : await headOf(tx, size);
  const heads = [other, end].sort((one, two) => one.size - two.size);
  const isOne = other.size === end.size;
  return {
    format: 'mayday-proof-1',
    log: end.log,
    keys: await logKeys(tx),
    heads: isOne ? [end] : heads,
    inclusion,
    consistency: isOne ? [] : [await growth(tx, heads)],
  };
}

async function growth(tx: Database, heads: readonly Head[]): Promise<Consistency> {
  const [from = 0, to = 0] = heads.map(({ size }) => size);
  const path = await new LogTree(tx).path(consistencyRanges(from, to));
  return { from, to, path };
}

async function lastHead(tx: Database): Promise<Head> {
  const head = (await headsOf(tx, { from: 1, to: 0, checkpoint: -1 })).at(-1);
  if (!head) throw new NothingSealedError('Nothing has been sealed yet.');
  return head;
}

async function headOf(tx: Database, size: number): Promise<Head> {
  const heads = await headsOf(tx, { from: 1, to: 0, checkpoint: size });
  const head = heads.find((one) => one.size === size);
  if (!head) throw new HeadUnknownError(size);
  return head;
}
