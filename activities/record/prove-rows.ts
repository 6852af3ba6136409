import { isDeepStrictEqual } from 'node:util';
import {
  completed,
  isComplete,
  type StoredSession,
} from '../../workflows/domain/session/completed.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import { type Database, rowsOf } from '../store/database.js';
import {
  eventOf,
  type EventRow,
  type TextsByDigest,
} from '../store/sessions/session-event-rows.js';
import { columnsOf, type SessionColumns } from '../store/sessions/session-columns.js';

/** What was found in one stretch of sessions, and where the next begins; null after the last. */
export interface Proof {
  readonly damaged: readonly string[];
  readonly next: string | null;
}

type StoredEvent = Omit<EventRow, 'at'> & { readonly at: string };

interface ProvedRow {
  readonly id: string;
  readonly document: StoredSession;
  readonly columns: Readonly<Record<string, unknown>>;
  /** Null where somebody has taken them all away. */
  readonly events: readonly StoredEvent[] | null;
  readonly texts: TextsByDigest;
}

/** Folds the events of the next sessions by id and names those whose row is something else, be it in a column that lists search by. */
export async function proveRows(db: Database, after: string | null, limit: number): Promise<Proof> {
  const rows = await rowsOf<ProvedRow>(
    db,
    `select s.id, s.document, to_jsonb(s) as columns, (
       select jsonb_agg(jsonb_build_object('type', type, 'sequence', sequence, 'at', at,
         'by', by, 'data', data) order by sequence)
       from session_events where session_id = s.id
     ) as events, (
       select coalesce(jsonb_object_agg(encode(digest, 'hex'), text), '{}') from personal_texts
       where subject_kind = 'session' and subject_key = s.id::text
     ) as texts
     from sessions s where s.id > coalesce(cast(:after as uuid), '00000000-0000-0000-0000-000000000000')
     order by s.id limit :limit`,
    { after, limit },
  );
  const damaged = rows.filter((row) => !isFold(row));
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { damaged: damaged.map(({ id }) => id), next: last?.id ?? null };
}

function isFold({ document, columns, events, texts }: ProvedRow): boolean {
  const folded = fold(
    null,
    (events ?? []).map((event) => eventOf({ ...event, at: new Date(event.at) }, texts)),
  );
  if (!folded) return false;
  // What an earlier version did not know cannot be wrong in what it stored.
  const whole = isComplete(document) ? document : { ...folded, ...document };
  return isDeepStrictEqual(completed(whole), folded) && isSearchedBy(columns, columnsOf(folded));
}

/** Whether lists search a row by what its fold says; the fold itself is compared whole. */
function isSearchedBy(columns: ProvedRow['columns'], fold: SessionColumns): boolean {
  const said = {
    ...fold,
    guests: JSON.parse(fold.guests) as unknown,
    document: columns['document'],
  };
  const stored = {
    ...Object.fromEntries(Object.keys(said).map((name) => [name, columns[name]])),
    requested_at: instantOf(columns['requested_at']),
    ended_at: instantOf(columns['ended_at']),
  };
  return isDeepStrictEqual(stored, said);
}

function instantOf(stored: unknown): Date | null {
  return typeof stored === 'string' ? new Date(stored) : null;
}
