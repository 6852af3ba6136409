import { type Database, rowOf, rowsOf } from './database.js';
import type { LiveBell } from './feed/live-bell.js';

/** A relay session that the desk let through: whose it is and in which support session. */
export interface MediaSession {
  readonly janusSessionId: string;
  readonly sessionId: string;
  /** `device`, or `tech-` and the technician's key. */
  readonly participant: string;
}

/** Which relay sessions belong to whom, so that only their owner may take one up again. */
export class MediaSessionStore {
  readonly #db: Database;
  readonly #bell: LiveBell;

  constructor(db: Database, bell: LiveBell) {
    this.#db = db;
    this.#bell = bell;
  }

  /** Notes a relay session that was opened. */
  async add(media: MediaSession): Promise<void> {
    await rowsOf(
      this.#db,
      `with added as (
         insert into media_sessions (janus_session_id, session_id, participant)
         values (:janusSessionId, :sessionId, :participant)
         on conflict (janus_session_id) do update set
           session_id = excluded.session_id, participant = excluded.participant,
           last_seen_at = clock_timestamp()
       ) insert into feed (kind, session_id) values ('presence', :sessionId)`,
      { ...media },
    );
    this.#bell.ring();
  }

  async find(janusSessionId: string): Promise<MediaSession | null> {
    const found = await rowOf<{ session_id: string; participant: string }>(
      this.#db,
      `select session_id, participant from media_sessions
       where janus_session_id = :janusSessionId`,
      { janusSessionId },
    );
    if (!found) return null;
    return { janusSessionId, sessionId: found.session_id, participant: found.participant };
  }

  /** Notes that relay sessions still have their socket, for all sockets of a process at once. */
  async seen(janusSessionIds: readonly string[]): Promise<void> {
    if (janusSessionIds.length === 0) return;
    await rowsOf(
      this.#db,
      `update media_sessions set last_seen_at = clock_timestamp()
       where janus_session_id = any(:janusSessionIds)`,
      { janusSessionIds },
    );
  }

  /** Forgets a relay session that has ended; again does nothing. */
  async remove(janusSessionId: string): Promise<void> {
    await rowsOf(
      this.#db,
      `with removed as (
         delete from media_sessions where janus_session_id = :janusSessionId returning session_id
       ) insert into feed (kind, session_id) select 'presence', session_id from removed`,
      { janusSessionId },
    );
    this.#bell.ring();
  }

  /** Relay sessions whose socket nobody has seen for `quietMs`, but somebody within `keptMs`. */
  async unattended(quietMs: number, keptMs: number): Promise<readonly MediaSession[]> {
    const rows = await rowsOf<{
      janus_session_id: string;
      session_id: string;
      participant: string;
    }>(
      this.#db,
      `select janus_session_id, session_id, participant from media_sessions
       where last_seen_at > clock_timestamp() - make_interval(secs => :kept)
         and last_seen_at <= clock_timestamp() - make_interval(secs => :quiet)`,
      { kept: keptMs / 1_000, quiet: quietMs / 1_000 },
    );
    return rows.map((row) => ({
      janusSessionId: row.janus_session_id,
      sessionId: row.session_id,
      participant: row.participant,
    }));
  }

  /** The participants of a session who had their socket in the last 30 seconds. */
  async watching(sessionId: string): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ participant: string }>(
      this.#db,
      `select distinct participant from media_sessions where session_id = :sessionId
         and last_seen_at > clock_timestamp() - interval '30 seconds'`,
      { sessionId },
    );
    return new Set(rows.map(({ participant }) => participant));
  }

  /** Forgets relay sessions without a socket for an hour: nobody can take them up again. */
  async sweep(): Promise<void> {
    await rowsOf(
      this.#db,
      "delete from media_sessions where last_seen_at < clock_timestamp() - interval '1 hour'",
    );
  }
}
