import { createPublicKey } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Database, rowOf } from '../store/database.js';
import type { About, Bundle, Consistency, Head, Line, LogKey } from './bundle.js';
import { bundleReadme } from './bundle-readme.js';
import { logKeys } from './log-key.js';
import { headsFrom, leavesOf } from './log-reader.js';
import { LogTree } from './log-tree.js';
import { consistencyRanges } from './merkle.js';

/** Which part of the log goes into a bundle. */
export interface Wanted {
  /** Entries written before are left out; null begins with the first. */
  readonly from: Date | null;
  /** Entries written then or later are left out; null ends with the last that is sealed. */
  readonly to: Date | null;
  /** The size of a checkpoint to which the bundle must lead, or null. */
  readonly checkpoint: number | null;
}

/** Nothing of the log can be given out for what was wanted. */
export class NothingSealedError extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'NothingSealedError';
  }
}

/**
 * The log between two of its signed heads, so that nothing in between can be left out: all entries of
 * the period, and those few around it that the same heads hold.
 */
export async function bundleOf(db: Database, wanted: Wanted): Promise<Bundle> {
  const { from, to } = await endsOf(db, wanted);
  const checkpoint = wanted.checkpoint ?? to;
  const all = await headsFrom(db, Math.min(from, checkpoint));
  const heads = all.filter(({ size }) => size >= from || size === checkpoint);
  const tree = new LogTree(db);
  const frontier = await tree.frontier(from);
  const about: About = {
    format: 'mayday-audit-1',
    log: heads[0]?.log ?? '',
    from: { size: from, frontier: frontier.map(({ hash }) => hash.toString('hex')) },
    to,
    heads: heads.length,
    consistency: await proofsOf(tree, heads, { from, to, checkpoint }),
  };
  return {
    about,
    keys: (await logKeys(db)).map(lineOf('key')),
    heads: heads.map(lineOf('head')),
    entries: leavesOf(db, from, to),
  };
}

/** Writes a bundle, its verifier and how to use it into a new folder. */
export async function writeBundle(bundle: Bundle, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: false });
  const at = (file: string): string => join(folder, file);
  writeFileSync(at('bundle.json'), `${JSON.stringify(bundle.about, undefined, 2)}\n`);
  writeFileSync(at('keys.jsonl'), bundle.keys.map(textOf).join(''));
  writeFileSync(at('heads.jsonl'), bundle.heads.map(textOf).join(''));
  await pipeline(Readable.from(textsOf(bundle.entries)), createWriteStream(at('entries.jsonl')));
  writeFileSync(at('public-key.pem'), pemOf(bundle.keys.at(-1)?.value as LogKey));
  writeFileSync(at('verify.mjs'), verifierText());
  writeFileSync(at('README.md'), bundleReadme(bundle.about));
}

async function* textsOf(lines: Bundle['entries']): AsyncGenerator<string> {
  for await (const line of lines) yield textOf(line);
}

function textOf({ value }: Line): string {
  return `${JSON.stringify(value)}\n`;
}

function lineOf(what: string): (value: object, index: number) => Line {
  return (value, index) => ({ place: `${what} ${index}`, value });
}

async function endsOf(db: Database, { from, to }: Wanted): Promise<{ from: number; to: number }> {
  if (from && to && from >= to) throw new NothingSealedError('The period ends before it begins.');
  const found = await rowOf<PeriodEnds>(db, findingEnds, { from, to });
  if (found?.last == null) throw new NothingSealedError('Nothing has been sealed yet.');
  if (found.entries === 0 && (from ?? to)) {
    throw new NothingSealedError('Nothing that is sealed was written in this period.');
  }
  return { from: found.first ?? 0, to: found.last };
}

interface PeriodEnds {
  readonly entries: number;
  readonly first: number | null;
  readonly last: number | null;
}

// The period is widened to the signed heads around it.
const findingEnds = `
  with period as (
    select count(*)::integer as entries, min(leaf) as first, max(leaf) as last
    from audit_leaves l join audit_entries e on e.id = l.entry_id
    where e.at >= coalesce(cast(:from as timestamptz), '-infinity')
      and e.at < coalesce(cast(:to as timestamptz), 'infinity')
  )
  select (select entries from period),
    (select max(size)::float8 from audit_heads, period where size <= first) as first,
    coalesce(
      (select min(size)::float8 from audit_heads, period where size > last),
      (select max(size)::float8 from audit_heads)
    ) as last
`;

interface Ends {
  readonly from: number;
  readonly to: number;
  readonly checkpoint: number;
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
      const hashes = await tree.hashes(consistencyRanges(before, after));
      return { from: before, to: after, path: hashes.map((hash) => hash.toString('hex')) };
    }),
  );
}

function pemOf({ publicKey }: LogKey): string {
  const der = Buffer.from(publicKey, 'base64');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return key.export({ format: 'pem', type: 'spki' }).toString();
}

/** The verifier as it was compiled: one file that imports nothing but Node's own. */
function verifierText(): string {
  const compiled = readFileSync(new URL('./verify.js', import.meta.url), 'utf8');
  return compiled.replace(/\/\/# sourceMappingURL=.*\n?$/, '');
}
