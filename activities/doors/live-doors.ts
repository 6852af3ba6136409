import { completed, type StoredSession } from '../../workflows/domain/session/completed.js';
import type { Session } from '../../workflows/domain/session/session.js';
import { type Database, rowsOf } from '../store/database.js';
import { type Viewer, viewerBindings, visibleToViewer } from '../store/lists/visibility.js';

/** A way in that is open now: who could still come by it, and until when. */
export interface LiveDoor {
  readonly kind: 'link' | 'code' | 'sos-call';
  /** Of the session, the code or the SOS Call. */
  readonly id: string;
  /** For whom, of which device, or what it is called. */
  readonly name: string;
  /** Null for a code, which is nobody's channel's before it is entered. */
  readonly channel: string | null;
  /** What a link leads to; null for the others. */
  readonly session: Session | null;
  /** The technician who made it; null where the desk or nobody did. */
  readonly by: string | null;
  readonly since: Date;
  readonly until: Date | null;
  readonly paused: boolean;
}

/** Who looks, and what of the doors they may see beside links. */
export interface DoorViewer {
  readonly viewer: Viewer;
  /** The channels whose SOS Calls they may see. */
  readonly sosCallsOf: readonly string[];
  readonly seesCodes: boolean;
}

/** Every way in that is open, cut down to what somebody may see. */
export class LiveDoors {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** As many as asked for, what ends first before the rest. */
  async list(
    { viewer, sosCallsOf, seesCodes }: DoorViewer,
    limit: number,
  ): Promise<readonly LiveDoor[]> {
    const rows = await rowsOf<DoorRow>(this.#db, listing, {
      ...viewerBindings(viewer),
      sosCallsOf,
      seesCodes,
      limit,
    });
    return rows.map(({ document, ...door }) => ({
      ...door,
      session: document && completed(document),
    }));
  }
}

interface DoorRow extends Omit<LiveDoor, 'session'> {
  readonly document: StoredSession | null;
}

const listing = `
  with links as (
    select 'link' as kind, s.id, s.requester_name as name, s.channel, s.document,
      s.document -> 'createdBy' ->> 'key' as by, s.requested_at as since,
      to_timestamp((s.document ->> 'startBy')::double precision / 1000) as until, false as paused
    from sessions s
    where s.state = 'waiting' and s.origin = 'invitation'
      and (s.document ->> 'startBy')::double precision
        > extract(epoch from clock_timestamp()) * 1000
      and ${visibleToViewer}
  ), waiting_codes as (
    select 'code', c.id, concat_ws(' · ', c.info ->> 'host', c.info ->> 'system'), null::text,
      null::jsonb, null::text, c.issued_at, c.expires_at, false
    from codes c
    where :seesCodes and c.ended_at is null and c.expires_at > clock_timestamp()
  ), calls as (
    select 'sos-call', s.id, s.name, s.channel, null::jsonb, nullif(s.created_by, 'desk'),
      s.created_at, null::timestamptz, s.paused_at is not null
    from sos_calls s join channels c on c.key = s.channel
    where s.deleted_at is null and c.deleted_at is null and s.channel = any(:sosCallsOf)
  )
  select * from links union all select * from waiting_codes union all select * from calls
  order by until nulls last, since, id limit :limit
`;
