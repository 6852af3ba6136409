import { type Database, rowOf } from '../store/database.js';
import type { About, Bundle, Consistency, Head, Line } from './bundle.js';
import { logKeys } from './log-key.js';
import { endsOf, NothingSealedError, type Period } from './log-period.js';
import { erasuresAfter, headsOf, leavesOf } from './log-reader.js';
import { LogTree } from './log-tree.js';
import { consistencyRanges, inclusionRanges } from './merkle.js';

/** A period, and the size of a checkpoint to which its bundle must lead, or null. */
export interface Wanted extends Period {
  readonly checkpoint: number | null;
}

/** Two sizes of signed heads, and the size of a checkpoint. */
export interface Ends {
  readonly from: number;
  readonly to: number;
  readonly checkpoint: number;
}

/**
 * The log between two of its signed heads, so that nothing in between can be left out: all entries of
 * the period, and those few around it that the same heads hold.
 */
export async function bundleOf(db: Database, wanted: Wanted): Promise<Bundle> {
  const { from, to } = await endsOf(db, wanted);
  await requireSealedErasures(db);
  return bundleBetween(db, { from, to, checkpoint: wanted.checkpoint ?? to });
}

/** A text that is gone while the erasure that took it waits for its seal would be missed by whoever verifies. */
async function requireSealedErasures(db: Database): Promise<void> {
  const waiting = await rowOf(
    db,
    `select from audit_unsealed u join audit_entries e on e.id = u.entry_id
     where e.kind = 'erasure' limit 1`,
  );
  if (waiting) throw new NothingSealedError('An erasure is being sealed: ask again in a minute.');
}

/** The log from its beginning to its last head, whatever waits. */
export async function wholeLog(db: Database, checkpoint: number | null): Promise<Bundle> {
  const { from, to } = await endsOf(db, { from: null, to: null });
  return bundleBetween(db, { from, to, checkpoint: checkpoint ?? to });
}

/** The log from one size up to another, both of signed heads. */
export async function bundleBetween(db: Database, ends: Ends): Promise<Bundle> {
  const { from, to } = ends;
  const heads = await headsOf(db, ends);
  const tree = new LogTree(db);
  const frontier = await tree.frontier(from);
  const about: About = {
    format: 'mayday-audit-3',
    log: heads[0]?.log ?? '',
    from: { size: from, frontier: frontier.map(({ hash }) => hash.toString('hex')) },
    to,
    heads: heads.length,
    consistency: await proofsOf(tree, heads, ends),
  };
  return {
    about,
    keys: (await logKeys(db)).map(lineOf('key')),
    heads: heads.map(lineOf('head')),
    entries: leavesOf(db, from, to),
    erasures: await provenErasures(db, tree, { from, to, end: heads.at(-1)?.size ?? to }),
  };
}

/** What was erased of a part after it, each with the proof that the log says so. */
async function provenErasures(
  db: Database,
  tree: LogTree,
  part: { readonly from: number; readonly to: number; readonly end: number },
): Promise<readonly Line[]> {
  const erasures = await erasuresAfter(db, part);
  return Promise.all(
    erasures.map(async ({ leaf, hash, entry }) => {
      const path = await tree.path(inclusionRanges(leaf, { start: 0, end: part.end }));
      return { place: `erasure at leaf ${leaf}`, value: { leaf, hash, entry, path } };
    }),
  );
}

function lineOf(what: string): (value: object, index: number) => Line {
  return (value, index) => ({ place: `${what} ${index}`, value });
}

async function proofsOf(
  tree: LogTree,
  heads: readonly Head[],
  { from, to, checkpoint }: Ends,
): Promise<readonly Consistency[]> {
  const last = heads.at(-1)?.size ?? to;
  const pairs: (readonly [number, number])[] = [];
  if (last > to) pairs.push([to, last]);
  if (checkpoint > to && checkpoint < last) pairs.push([to, checkpoint]);
  if (checkpoint < from) pairs.push([checkpoint, from]);
  return Promise.all(
    pairs.map(async ([before, after]) => {
      const path = await tree.path(consistencyRanges(before, after));
      return { from: before, to: after, path };
    }),
  );
}
