import { type Database, rowsOf } from '../store/database.js';

/** What has to be known of a session to move it elsewhere. */
export interface MovableSession {
  readonly id: string;
  readonly sequence: number;
  readonly channel: string;
  readonly assignee: string | null;
}

/** The open sessions of channels, as far as channels care for them. */
export class ChannelSessions {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Those in a channel, who waits longest first. */
  openIn(channel: string): Promise<readonly MovableSession[]> {
    return rowsOf<MovableSession>(
      this.#db,
      `${select} and channel = :channel order by requested_at, id`,
      { channel },
    );
  }

  /** Those elsewhere that are being handed over into a channel, or would go back to it. */
  handedOverAround(channel: string): Promise<readonly MovableSession[]> {
    return rowsOf<MovableSession>(
      this.#db,
      `${select} and channel <> :channel and cast(:channel as text) in (
         document #>> '{transfer,channel}', document #>> '{transfer,from,channel}')`,
      { channel },
    );
  }

  /** Those whose channel was deleted, or never was: they are in nobody's queue. */
  orphans(): Promise<readonly MovableSession[]> {
    return rowsOf<MovableSession>(
      this.#db,
      `${select} and not exists (
         select from channels c where c.key = sessions.channel and c.deleted_at is null)
       order by requested_at, id`,
    );
  }
}

const select = 'select id, sequence, channel, assignee from sessions where ended_at is null';
