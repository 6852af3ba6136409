import type { SessionEvent } from '../../workflows/domain/session/events.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { eventOf, type EventRow } from '../store/sessions/session-event-rows.js';

/** An event that nobody has been told of yet. */
export interface UntoldEvent {
  readonly sessionId: string;
  readonly event: SessionEvent;
}

interface Place {
  readonly epoch: string;
  readonly xid: string;
  readonly sessionId: string;
  readonly sequence: number;
}

type UntoldRow = EventRow & { readonly session_id: string; readonly xid: string };

const atOnce = 200;

/**
 * The events of all sessions after those that were read before, in the order of their transactions
 * and never past one that may still commit, without their texts. Moves the cursor on; its caller commits both together.
 */
export async function takeUntold(tx: Database): Promise<readonly UntoldEvent[]> {
  const place = await currentPlace(tx);
  const rows = await rowsOf<UntoldRow>(tx, reading, { ...place, limit: atOnce });
  const last = rows.at(-1);
  if (last) {
    const { xid, session_id: sessionId, sequence } = last;
    await rowsOf(tx, moving, { ...place, xid, sessionId, sequence });
  }
  return rows.map((row) => ({ sessionId: row.session_id, event: eventOf(row, {}) }));
}

// What is older than an hour is news to nobody: so long a stop ends without a flood.
const reading = `
  select session_id, xid::text as xid, type, sequence, at, by, data from session_events
  where (xid, session_id, sequence)
      > (cast(:xid as xid8), cast(:sessionId as uuid), cast(:sequence as integer))
    and xid < pg_snapshot_xmin(pg_current_snapshot())
    and at > clock_timestamp() - interval '1 hour'
  order by xid, session_id, sequence limit :limit
`;

const moving = `
  insert into notice_cursor (epoch, xid, session_id, sequence)
  values (:epoch, cast(:xid as xid8), cast(:sessionId as uuid), :sequence)
  on conflict (only_row) do update set epoch = excluded.epoch, xid = excluded.xid,
    session_id = excluded.session_id, sequence = excluded.sequence
`;

// Transaction ids begin anew in a restored database, and a cursor of the old one would skip them.
const standing = `
  select current.epoch, coalesce(cursor.xid::text, current.xid::text) as xid,
    coalesce(cursor.session_id::text, '00000000-0000-0000-0000-000000000000') as "sessionId",
    coalesce(cursor.sequence, 0) as sequence
  from (
    select system_identifier || '-' || timeline_id as epoch,
      pg_snapshot_xmin(pg_current_snapshot()) as xid
    from pg_control_system(), pg_control_checkpoint()
  ) as current left join notice_cursor as cursor on cursor.epoch = current.epoch
`;

async function currentPlace(tx: Database): Promise<Place> {
  const place = await rowOf<Place>(tx, standing);
  if (!place) throw new Error('The database does not say where it stands.');
  const known = await rowOf(tx, 'select 1 from notice_cursor where epoch = :epoch', { ...place });
  if (!known) await rowsOf(tx, moving, { ...place });
  return place;
}
