import { type Database, rowsOf } from '../store/database.js';
import { type Viewer, viewerBindings, visibleToViewer } from '../store/lists/visibility.js';
import {
  rowColumns,
  rowFrom,
  type SessionRow,
  type SessionRowColumns,
} from '../store/sessions/session-row.js';

/** A device with which somebody has asked for help, however often. */
export interface SeenDevice {
  readonly kind: 'browser' | 'helper';
  readonly system: string;
  readonly host: string | null;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly sessions: number;
}

/** What there was with a requester before, cut down to what the viewer may see. */
export class RequesterHistory {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Their sessions, latest first. */
  async sessions(viewer: Viewer, requester: string, limit: number): Promise<readonly SessionRow[]> {
    const rows = await rowsOf<SessionRowColumns>(
      this.#db,
      `select ${rowColumns} from sessions s left join devices d on d.id = s.device_id
       where s.requester_id = :requester and ${visibleToViewer}
       order by s.requested_at desc limit :limit`,
      { ...viewerBindings(viewer), requester, limit },
    );
    return rows.map(rowFrom);
  }

  /** The devices of those sessions, the last seen first. */
  devices(viewer: Viewer, requester: string): Promise<readonly SeenDevice[]> {
    return rowsOf<SeenDevice>(
      this.#db,
      `select distinct on (max(d.last_seen_at) over same, d.key_hash)
         d.kind, d.info ->> 'system' as system, d.info ->> 'host' as host,
         min(d.joined_at) over same as "firstSeenAt", max(d.last_seen_at) over same as "lastSeenAt",
         count(*) over same :: int as sessions
       from sessions s join devices d on d.session_id = s.id
       where s.requester_id = :requester and ${visibleToViewer}
       window same as (partition by d.key_hash)
       order by max(d.last_seen_at) over same desc, d.key_hash, d.last_seen_at desc limit 50`,
      { ...viewerBindings(viewer), requester },
    );
  }
}
