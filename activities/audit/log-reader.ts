import { chainedFrom, entryColumns, type EntryRow } from '../store/audit-entry-rows.js';
import { type Database, rowsOf } from '../store/database.js';
import type { Head, Leaf, Line } from './bundle.js';

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
    for (let leaf = start; leaf < end; leaf += 1) {
      const found = leaves.find((one) => one?.leaf === leaf);
      yield { place: `leaf ${leaf}`, value: found ? withTexts(found, texts) : null };
    }
  }
}

/** The signed heads from a size on, the last of each size. */
export async function headsFrom(db: Database, size: number): Promise<readonly Head[]> {
  const rows = await rowsOf<Omit<Head, 'at' | 'root'> & { at: Date; root: Buffer }>(
    db,
    `select distinct on (size) size::float8 as size, root, at, key, signature,
       (select id from audit_keys where handed_over_by is null) as log
     from audit_heads where size >= :size order by size, id desc`,
    { size },
  );
  return rows.map(({ at, root, ...head }) => {
    return { ...head, at: at.toISOString(), root: root.toString('hex') };
  });
}

/** Every digest of a personal text that a leaf speaks of. */
export function digestsIn({ entry, events }: Pick<Leaf, 'entry' | 'events'>): readonly string[] {
  const message = entry.kind === 'message' ? referencesIn(entry.data) : [];
  return [...Object.values(entry.texts), ...message, ...referencesIn(events ?? [])];
}

function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'text' && typeof member === 'string' ? [member] : referencesIn(member),
  );
}

const readingLeaves = `
  select l.leaf::float8 as leaf, ${entryColumns}, (
    select jsonb_agg(jsonb_build_object('type', v.type, 'sequence', v.sequence, 'at', v.at,
      'by', v.by, 'data', v.data) order by v.sequence)
    from session_events v
    where e.kind = 'command' and v.session_id = e.session_id and v.command_id = e.command_id
  ) as events
  from audit_leaves l left join audit_entries e on e.id = l.entry_id
  where l.leaf >= :start and l.leaf < :end order by l.leaf
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
  const found = digestsIn(leaf).flatMap((digest) => texts.get(digest) ?? []);
  return { ...leaf, texts: found };
}

async function textsOf(
  db: Database,
  leaves: readonly (Omit<Leaf, 'texts'> | null)[],
): Promise<ReadonlyMap<string, KeptText>> {
  const wanted = leaves.flatMap((leaf) =>
    leaf ? digestsIn(leaf).map((digest) => ({ ...leaf.entry.subject, digest })) : [],
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
