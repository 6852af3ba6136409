import { type Database, rowsOf } from '../store/database.js';
import { proveRows } from '../upkeep/prove-rows.js';
import type { Bundle, Leaf, Line, Trust, Verdict } from './bundle.js';
import { bundleOf } from './export-bundle.js';
import { digestsIn } from './log-reader.js';
import { verifyBundle } from './verify.js';

/**
 * Verifies the whole log where it is kept, and that the rows still say what the log does: no entry
 * outside it, no text gone without a word, no event nobody answers for, no session that is not the
 * fold of its events.
 */
export async function verifyDatabase(db: Database, trust: Trust): Promise<Verdict> {
  const checkpoint = trust.checkpoint?.size ?? null;
  const bundle = await bundleOf(db, { from: null, to: null, checkpoint });
  const erasures = new Erasures();
  const verdict = await verifyBundle(watched(bundle, erasures), trust);
  const findings = [
    ...verdict.findings,
    ...erasures.findings,
    ...(await strayRows(db)),
    ...(await damagedSessions(db)),
  ];
  return { ...verdict, findings };
}

function watched(bundle: Bundle, erasures: Erasures): Bundle {
  return { ...bundle, entries: watch(bundle.entries) };

  async function* watch(lines: Bundle['entries']): AsyncGenerator<Line> {
    for await (const line of lines) {
      if (line.value) erasures.see(line.value as Leaf);
      yield line;
    }
  }
}

/** Which subjects lack texts, and of which the log says that theirs were erased. */
class Erasures {
  readonly #lacking = new Map<string, number>();
  readonly #erased = new Map<string, number>();

  see(leaf: Leaf): void {
    const { entry } = leaf;
    const name = `${entry.subject.kind} ${entry.subject.key}`;
    if (entry.kind === 'erasure') add(this.#erased, name, entry.data.texts ?? 0);
    const there = new Set(leaf.texts.map(({ digest }) => digest));
    const lacking = digestsIn(leaf).filter((digest) => !there.has(digest));
    if (lacking.length > 0) add(this.#lacking, name, lacking.length);
  }

  get findings(): readonly string[] {
    return [...this.#lacking]
      .map(([name, texts]) => [name, texts - (this.#erased.get(name) ?? 0)] as const)
      .filter(([, texts]) => texts > 0)
      .map(([name, texts]) => `${name}: ${texts} texts are gone and no entry says why`);
  }
}

function add(counts: Map<string, number>, name: string, more: number): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}

async function strayRows(db: Database): Promise<readonly string[]> {
  const found = await Promise.all(
    strays.map((statement) => rowsOf<{ found: string }>(db, statement)),
  );
  return found.flat().map(({ found: line }) => line);
}

const strays = [
  `select format('entry %s about %s %s: stands outside the log', e.id, subject_kind, subject_key) as found
   from audit_entries e
   where e.hash is not null and not exists (select from audit_leaves l where l.entry_id = e.id)
     and not exists (select from audit_unsealed u where u.entry_id = e.id) limit 100`,
  `select format('entry %s about %s %s: waits for its seal since %s', e.id, subject_kind, subject_key,
     e.at) as found
   from audit_unsealed u join audit_entries e on e.id = u.entry_id
   where e.at < clock_timestamp() - interval '10 minutes' order by e.id limit 100`,
  `select format('session %s: nobody answers for event %s', v.session_id, v.sequence) as found
   from session_events v join sessions s on s.id = v.session_id and s.chain_position > 0
   where not exists (
     select from audit_entries e
     where e.session_id = v.session_id and e.command_id = v.command_id and e.kind = 'command'
   ) limit 100`,
  `select format('%s %s: its chain ends at %s, not at %s', kind, key, last, position) as found
   from (
     select 'session' as kind, id::text as key, chain_position as position, chain_hash as hash
     from sessions where chain_position > 0
     union all select subject_kind, subject_key, position, hash from audit_chains where position > 0
   ) as ends
   left join lateral (
     select e.position as last, e.hash as last_hash from audit_entries e
     where e.subject_kind = ends.kind and e.subject_key = ends.key and e.position is not null
     order by e.position desc limit 1
   ) as entries on true
   where last is distinct from position or last_hash is distinct from hash limit 100`,
];

async function damagedSessions(db: Database): Promise<readonly string[]> {
  const findings: string[] = [];
  for (let after: string | null = null; ;) {
    const { damaged, next } = await proveRows(db, after, 500);
    findings.push(...damaged.map((id) => `session ${id}: its row is not the fold of its events`));
    if (next === null) return findings;
    after = next;
  }
}
