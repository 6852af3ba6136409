import { Client } from 'pg';
import { type Database, rowOf, rowsOf } from '../database.js';
import { directoryBellChannel, feedChannel } from './live-bell.js';
import {
  type ChatMessage,
  type MessageColumns,
  messageColumns,
  messageFrom,
} from '../sessions/message-row.js';
import {
  liveNoticeColumns,
  type LiveNotice,
  type LiveNoticeColumns,
  liveNoticeFrom,
} from './live-notice.js';
import {
  rowColumns,
  rowFrom,
  type SessionRow,
  type SessionRowColumns,
} from '../sessions/session-row.js';

/** A change with its session as it stands now; a cursor to go on from is good for `Last-Event-ID`. */
export type Change = {
  readonly cursor: string;
  readonly row: SessionRow;
} & (
  | { readonly kind: 'session' }
  | { readonly kind: 'presence' }
  | { readonly kind: 'message'; readonly message: ChatMessage }
  | { readonly kind: 'notice'; readonly notice: LiveNotice }
);

/** Called with changes in the order of the feed; must not throw and should return soon. */
export type Listener = (changes: readonly Change[]) => void;

/** Where and how often the feed looks. */
export interface LiveFeedOptions {
  /** The URL for the one connection that listens; a pool's connection cannot. */
  readonly url: string;
  /** How long to wait for a notice before looking anyway, in milliseconds. */
  readonly pollMs: number;
  /** Told of what went wrong; the feed goes on by itself. */
  readonly onError: (error: unknown) => void;
}

interface Place {
  readonly xid: string;
  readonly position: string;
  readonly at: Date;
}

const pageSize = 500;

// The sweep keeps a day; an hour of it is left for transactions that took long.
const surelyKeptMs = 23 * 3_600_000;

/**
 * Every change that was committed, once and in an order that never skips a late commit.
 *
 * A serial number is not commit order. The feed is read by (transaction, position) and only below the
 * oldest transaction still running, so whatever commits later stands behind the cursor.
 */
export class LiveFeed {
  readonly #db: Database;
  readonly #options: LiveFeedOptions;
  readonly #listeners = new Set<Listener>();
  readonly #onDirectory = new Set<() => void>();
  #epoch = '';
  #place: Place = { xid: '0', position: '0', at: new Date(0) };
  #connection: Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | null = null;
  #again = false;
  #open = false;
  #readAt = 0;

  constructor(db: Database, options: LiveFeedOptions) {
    this.#db = db;
    this.#options = options;
  }

  /** Begins at the present: what is committed from now on reaches the listeners. */
  async start(): Promise<void> {
    this.#epoch = await epochOf(this.#db);
    this.#place = await presentPlace(this.#db);
    this.#readAt = this.#place.at.getTime();
    this.#open = true;
    await this.#listen();
    this.#wait();
  }

  /** Stops reading and lets go of the connection; again does nothing. */
  async stop(): Promise<void> {
    this.#open = false;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    this.#onDirectory.clear();
    const connection = this.#connection;
    this.#connection = null;
    await connection?.end();
    await this.#reading;
  }

  /** When the last look that succeeded began: what was committed before has been told. Milliseconds since 1970. */
  get readAt(): number {
    return this.#readAt;
  }

  /** The place up to which listeners have been told. */
  get cursor(): string {
    return cursorOf(this.#epoch, this.#place);
  }

  /** Calls the listener for every change from now on; gives back what ends that. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Calls when somebody has changed the directory; a call that is lost is for the caller's own look to make up. */
  onDirectoryChange(listener: () => void): void {
    this.#onDirectory.add(listener);
  }

  /** The changes after a cursor up to now, or null when too much was missed and all must be read again. */
  async since(cursor: string): Promise<readonly Change[] | null> {
    const place = placeOf(cursor, this.#epoch);
    if (!place || place.at.getTime() < Date.now() - surelyKeptMs) return null;
    const rows = await readAfter(this.#db, place, pageSize + 1);
    return rows.length > pageSize ? null : rows.map((row) => changeOf(this.#epoch, row));
  }

  async #listen(): Promise<void> {
    const connection = new Client({ connectionString: this.#options.url });
    connection.on('notification', ({ channel }) => {
      if (channel === feedChannel) this.#look();
      else for (const listener of this.#onDirectory) listener();
    });
    connection.on('error', (error) => {
      this.#options.onError(error);
      if (this.#connection === connection) this.#connection = null;
    });
    connection.on('end', () => {
      if (this.#connection === connection) this.#connection = null;
    });
    await connection.connect();
    await connection.query(`listen ${feedChannel}; listen ${directoryBellChannel}`);
    this.#connection = connection;
  }

  #wait(): void {
    if (!this.#open) return;
    this.#timer = setTimeout(() => {
      void this.#poll();
    }, this.#options.pollMs);
  }

  async #poll(): Promise<void> {
    try {
      if (!this.#connection) await this.#listen();
    } catch (error) {
      this.#options.onError(error); // The database is away; the next poll tries again.
    }
    this.#look();
    await this.#reading;
    this.#wait();
  }

  #look(): void {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = this.#readAll().finally(() => {
      this.#reading = null;
    });
  }

  async #readAll(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.#readOnce();
      } while (this.#shouldGoOn());
    } catch (error) {
      this.#options.onError(error); // Nothing was told, so the next look reads the same again.
    }
  }

  #shouldGoOn(): boolean {
    return this.#open && this.#again;
  }

  async #readOnce(): Promise<void> {
    const began = Date.now();
    const rows = await readAfter(this.#db, this.#place, pageSize);
    const last = rows.at(-1);
    if (rows.length < pageSize) this.#readAt = began;
    if (!last || !this.#open) return;
    this.#place = last;
    this.#again ||= rows.length === pageSize;
    const changes = rows.map((row) => changeOf(this.#epoch, row));
    for (const listener of this.#listeners) listener(changes);
  }
}

/** Forgets changes older than a day: who was away longer reads everything again. */
export async function sweepFeed(db: Database): Promise<void> {
  await rowsOf(db, "delete from feed where at < clock_timestamp() - interval '1 day'");
}

type FeedRow = Place & { readonly feed_kind: Change['kind'] } & SessionRowColumns &
  MessageColumns &
  LiveNoticeColumns;

async function readAfter(
  db: Database,
  { xid, position }: Place,
  limit: number,
): Promise<readonly FeedRow[]> {
  return rowsOf<FeedRow>(
    db,
    `select f.xid::text as xid, f.position::text as position, f.at, f.kind as feed_kind,
       ${rowColumns}, ${messageColumns}, ${liveNoticeColumns}
     from feed f join sessions s on s.id = f.session_id
       left join devices d on d.id = s.device_id
       left join messages m on m.id = f.message_id
       left join notices n on n.id = f.notice_id
     where (f.xid, f.position) > (cast(:xid as xid8), cast(:position as bigint))
       and f.xid < pg_snapshot_xmin(pg_current_snapshot())
     order by f.xid, f.position limit :limit`,
    { xid, position, limit },
  );
}

function changeOf(epoch: string, row: FeedRow): Change {
  const base = { cursor: cursorOf(epoch, row), row: rowFrom(row) };
  switch (row.feed_kind) {
    case 'message':
      return { ...base, kind: 'message', message: messageFrom(row) };
    case 'notice':
      return { ...base, kind: 'notice', notice: liveNoticeFrom(row) };
    default:
      return { ...base, kind: row.feed_kind };
  }
}

// Transaction ids begin anew in a restored or promoted database, so a cursor names the one it is from.
async function epochOf(db: Database): Promise<string> {
  const found = await rowOf<{ epoch: string }>(
    db,
    `select system_identifier || '-' || timeline_id as epoch
     from pg_control_system(), pg_control_checkpoint()`,
  );
  if (!found) throw new Error('The database does not say which one it is.');
  return found.epoch;
}

async function presentPlace(db: Database): Promise<Place> {
  const found = await rowOf<{ xid: string; at: Date }>(
    db,
    'select pg_snapshot_xmin(pg_current_snapshot())::text as xid, clock_timestamp() as at',
  );
  if (!found) throw new Error('The database does not say where it stands.');
  return { ...found, position: '0' };
}

function cursorOf(epoch: string, { xid, position, at }: Place): string {
  return `${epoch}.${xid}.${position}.${at.getTime()}`;
}

// Each number fits what Postgres keeps it in.
const cursorPattern = /^(\d{1,20}-\d{1,10})\.(\d{1,19})\.(\d{1,18})\.(\d{1,15})$/;

function placeOf(cursor: string, epoch: string): Place | null {
  const [, of, xid, position, at] = cursorPattern.exec(cursor) ?? [];
  if (of !== epoch || xid === undefined || position === undefined) return null;
  return { xid, position, at: new Date(Number(at)) };
}
