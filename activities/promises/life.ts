import type { SessionEvent } from '../../workflows/domain/session/events.js';
import { type Database, rowsOf } from '../store/database.js';
import { eventOf, type EventRow } from '../store/sessions/session-event-rows.js';
import type { KeptVersions } from './promises-at-hand.js';

/** The versions that a session keeps, where something was promised, and its events. */
export interface Life {
  readonly versions: KeptVersions | null;
  readonly events: readonly SessionEvent[];
}

/** What a session keeps and all that happened to it. Clocks know no texts, so those are left out. */
export async function lifeOf(db: Database, sessionId: string): Promise<Life> {
  const life = (await livesOf(db, [sessionId])).get(sessionId);
  if (!life) throw new Error('The database gave no answer.');
  return life;
}

/** The same of several sessions at once. */
export async function livesOf(
  db: Database,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, Life>> {
  const rows = await rowsOf<LifeColumns & { readonly id: string }>(db, lives, {
    sessionIds: [...sessionIds],
  });
  return new Map(rows.map((row) => [row.id, lifeFrom(row)]));
}

/** The columns that `lifeFrom` reads. */
export interface LifeColumns {
  readonly policy_id: string | null;
  readonly calendar_id: string | null;
  /** Null for a session that never was. */
  readonly events: readonly StoredEvent[] | null;
}

type StoredEvent = Omit<EventRow, 'at'> & { readonly at: number };

/** Columns of an `asked (id)` and its clocks `c`. */
export const lifeColumns = `
  c.policy_id, c.calendar_id, (
    select jsonb_agg(jsonb_build_object('type', type, 'sequence', sequence,
      'at', (extract(epoch from at) * 1000)::bigint, 'by', by, 'data', data) order by sequence)
    from session_events where session_id = asked.id
  ) as events`;

/** A session's life out of its columns. */
export function lifeFrom({
  policy_id: policyId,
  calendar_id: calendarId,
  events,
}: LifeColumns): Life {
  return {
    versions: policyId !== null && calendarId !== null ? { policyId, calendarId } : null,
    events: (events ?? []).map((event) => eventOf({ ...event, at: new Date(event.at) }, {})),
  };
}

const lives = `
  select asked.id, ${lifeColumns}
  from unnest(cast(:sessionIds as uuid[])) as asked (id)
  left join session_clocks c on c.session_id = asked.id
`;
