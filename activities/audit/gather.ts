import type { AuditKind, SubjectKind } from '../../workflows/domain/audit/audit-kinds.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import { type Database, rowsOf } from '../store/database.js';
import { writeAudit } from '../store/log/audit-entry.js';

interface GatheredRow {
  readonly minute: Date;
  readonly kind: AuditKind;
  readonly subjectKind: SubjectKind;
  readonly subjectKey: string;
  readonly actor: Actor;
  readonly gathered: readonly { readonly revision: string | null; readonly times: number }[];
  readonly addresses: readonly string[];
  readonly names: readonly string[];
}

/** Writes what was gathered in each minute that is over into the audit, an entry a person; gives how many. */
export function gather(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await rowsOf<GatheredRow>(tx, gathering);
    for (const row of rows) await writeGathered(tx, row);
    return rows.length;
  });
}

async function writeGathered(tx: Database, row: GatheredRow): Promise<void> {
  const { minute, kind, actor, gathered, addresses, names } = row;
  await writeAudit(tx, {
    kind,
    actor,
    action: null,
    revision: gathered.at(-1)?.revision ?? null,
    subject: { kind: row.subjectKind, key: row.subjectKey },
    data: { minute: minute.toISOString(), gathered },
    ...(names.length > 0 ? { texts: { names: names.join(', ') } } : {}),
    ...(addresses.length > 0 ? { from: addresses.join(' ') } : {}),
  });
}

// In the order of the subjects, so that two who write about several never wait for each other.
const gathering = `
  with gone as (
    delete from gathered where minute < date_trunc('minute', clock_timestamp()) returning *
  )
  select minute, kind, subject_kind as "subjectKind", subject_key as "subjectKey", actor,
    jsonb_agg(what || jsonb_build_object('revision', nullif(revision, ''), 'times', times)
      order by what, revision) as gathered,
    array(select distinct named from gone other, unnest(other.addresses) as named
      where (other.minute, other.kind, other.subject_kind, other.subject_key, other.actor)
        = (gone.minute, gone.kind, gone.subject_kind, gone.subject_key, gone.actor)
      order by named) as addresses,
    array(select distinct named from gone other, unnest(other.names) as named
      where (other.minute, other.kind, other.subject_kind, other.subject_key, other.actor)
        = (gone.minute, gone.kind, gone.subject_kind, gone.subject_key, gone.actor)
      order by named) as names
  from gone group by minute, kind, subject_kind, subject_key, actor
  order by subject_kind, subject_key, minute, kind
`;
