import { type Database, rowsOf } from '../store/database.js';
import { chainedFrom, entryColumns, type EntryRow } from '../store/log/audit-entry-rows.js';
import type { Head, Leaf, Line } from './bundle.js';
import { digestsIn } from './verifier/texts.js';

type KeptText = Leaf['texts'][number];

interface StoredEvent {
  readonly type: string;
  readonly sequence: number;
  readonly at: string;
  readonly by: object;
  readonly data: object;
}

type LeafRow = { readonly leaf: number } & (
  (EntryRow & { readonly events: readonly StoredEvent[] | null }) | { readonly id: null }
);

const pageSize = 1_000;

/** The leaves from one up to and without another, with all that they answer for; a hole is a line without value. */
export async function* leavesOf(db: Database, from: number, to: number): AsyncGenerator<Line> {
  for (let start = from; start < to; start += pageSize) {
    const end = Math.min(to, start + pageSize);
    const rows = await rowsOf<LeafRow>(db, readingLeaves, { start, end });
    const leaves = rows.map(leafFrom);
    const texts = await textsOf(db, leaves);
    const byLeaf = new Map(leaves.map((one) => [one?.leaf, one]));
    for (let leaf = start; leaf < end; leaf += 1) {
      const found = byLeaf.get(leaf);
      yield { place: `leaf ${leaf}`, value: found ? withTexts(found, texts) : null };
    }
  }
}

/** The signed heads of a part and of a checkpoint, the last of each size, and the last of all. */
export async function headsOf(
  db: Database,
  ends: { readonly from: number; readonly to: number; readonly checkpoint: number },
): Promise<readonly Head[]> {
  const rows = await rowsOf<Omit<Head, 'at' | 'root'> & { at: Date; root: Buffer }>(
    db,
    `select distinct on (size) size::float8 as size, root, at, key, signature,
       (select id from audit_keys where handed_over_by is null) as log
     from audit_heads where (size >= :from and size <= :to) or size = :checkpoint
       or size = (select size from audit_heads order by id desc limit 1)
     order by size, id desc`,
    ends,
  );
  return rows.map(({ at, root, ...head }) => {
    return { ...head, at: at.toISOString(), root: root.toString('hex') };
  });
}

/** The erasures from a leaf on that are about subjects of an earlier part, each with its leaf. */
export async function erasuresAfter(
  db: Database,
  part: { readonly from: number; readonly to: number; readonly end: number },
): Promise<readonly Omit<Leaf, 'texts'>[]> {
  const rows = await rowsOf<LeafRow>(db, readingErasures, part);
  return rows.flatMap((row) => leafFrom(row) ?? []);
}

/** One leaf with all that it answers for, or null where there is none. */
export async function leafOfEntry(db: Database, entryId: string): Promise<Leaf | null> {
  const [row] = await rowsOf<LeafRow>(db, readingEntry, { entryId });
  const leaf = row && leafFrom(row);
  return leaf ? withTexts(leaf, await textsOf(db, [leaf])) : null;
}

const selectLeaves = `
  select l.leaf::float8 as leaf, ${entryColumns}, (
    select jsonb_agg(jsonb_build_object('type', v.type, 'sequence', v.sequence, 'at', v.at,
      'by', v.by, 'data', v.data) order by v.sequence)
    from session_events v
    where e.kind = 'command' and v.session_id = e.session_id and v.command_id = e.command_id
  ) as events
  from audit_leaves l left join audit_entries e on e.id = l.entry_id
`;

const readingLeaves = `${selectLeaves} where l.leaf >= :start and l.leaf < :end order by l.leaf`;

const readingEntry = `${selectLeaves} where e.id = cast(:entryId as bigint)`;

const readingErasures = `${selectLeaves}
  where e.kind = 'erasure' and l.leaf >= :to and l.leaf < :end
    and (e.subject_kind, e.subject_key) in (
      select p.subject_kind, p.subject_key
      from audit_leaves part join audit_entries p on p.id = part.entry_id
      where part.leaf >= :from and part.leaf < :to)
  order by l.leaf
`;

function leafFrom(row: LeafRow): Omit<Leaf, 'texts'> | null {
  if (row.id === null) return null;
  const events = row.events?.map((event) => ({ ...event, at: new Date(event.at).toISOString() }));
  return {
    leaf: row.leaf,
    hash: row.hash.toString('hex'),
    entry: chainedFrom(row),
    ...(events ? { events } : {}),
  };
}

function withTexts(leaf: Omit<Leaf, 'texts'>, texts: ReadonlyMap<string, KeptText>): Leaf {
  const found = [...new Set(digestsIn(leaf))].flatMap((digest) => texts.get(digest) ?? []);
  return { ...leaf, texts: found };
}

/** What somebody has written in place of a digest stands for no text. */
const isDigest = /^[0-9a-f]{64}$/;

async function textsOf(
  db: Database,
  leaves: readonly (Omit<Leaf, 'texts'> | null)[],
): Promise<ReadonlyMap<string, KeptText>> {
  const wanted = leaves.flatMap((leaf) =>
    leaf
      ? digestsIn(leaf)
          .filter((digest) => isDigest.test(digest))
          .map((digest) => ({ ...leaf.entry.subject, digest }))
      : [],
  );
  const rows = await rowsOf<KeptText>(db, readingTexts, {
    wanted: JSON.stringify(wanted),
    messages: leaves.flatMap((leaf) => leaf?.entry.data.message ?? []),
  });
  return new Map(rows.map((row) => [row.digest, row]));
}

const readingTexts = `
  select encode(t.digest, 'hex') as digest, encode(t.salt, 'hex') as salt, t.text
  from jsonb_to_recordset(:wanted) as w (kind text, key text, digest text)
    join personal_texts t on t.subject_kind = w.kind and t.subject_key = w.key
      and t.digest = decode(w.digest, 'hex')
  union all
  select encode(sha256(salt || convert_to(text, 'UTF8')), 'hex'), encode(salt, 'hex'), text
  from messages where id = any(cast(:messages as uuid[])) and salt is not null
`;
