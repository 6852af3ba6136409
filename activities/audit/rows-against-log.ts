import { type Database, rowsOf } from '../store/database.js';
import { proveRows } from '../record/prove-rows.js';

/** Rows that the log does not answer for, or that say something else than its end. */
export async function strayRows(db: Database): Promise<readonly string[]> {
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
  `select format('%s %s: the end of its chain is gone', subject_kind, subject_key) as found
   from audit_entries e
   where position = 1
     and not exists (select from sessions s where s.id = e.session_id)
     and not exists (select from audit_chains c
       where c.subject_kind = e.subject_kind and c.subject_key = e.subject_key) limit 100`,
  `select format('the head of size %s signed %s: the log is not so long', size, at) as found
   from audit_heads where size > (select coalesce(max(leaf) + 1, 0) from audit_leaves) limit 100`,
];

/** Sessions whose row is not the fold of their events. */
export async function damagedSessions(db: Database): Promise<readonly string[]> {
  const findings: string[] = [];
  for (let after: string | null = null; ;) {
    const { damaged, next } = await proveRows(db, after, 500);
    findings.push(...damaged.map((id) => `session ${id}: its row is not the fold of its events`));
    if (next === null) return findings;
    after = next;
  }
}
