import type { Session } from '../../workflows/domain/session/session.js';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import type { AppendRequest, AppendResult } from '../../workflows/ports.js';
import { writeAudit } from '../store/log/audit-entry.js';
import { type Database, rowOf } from '../store/database.js';
import type { LiveBell } from '../store/feed/live-bell.js';
import { eventAt, findSession, sessionEvents } from '../store/sessions/session-events.js';
import { appendTo } from './append-session.js';

/** The sessions' record: events, row and audit entry, always written together. */
export class SessionRecord {
  readonly #db: Database;
  readonly #bell: LiveBell;

  constructor(db: Database, bell: LiveBell) {
    this.#db = db;
    this.#bell = bell;
  }

  /** Appends a command's events; the second time it gives back what the first stored. */
  async append(request: AppendRequest): Promise<AppendResult> {
    const result = await appendTo(this.#db, request);
    this.#bell.ring();
    return result;
  }

  /** The session as it stands, or null. */
  find(sessionId: string): Promise<Session | null> {
    return findSession(this.#db, sessionId);
  }

  /** A session's events in order. */
  events(sessionId: string): Promise<readonly SessionEvent[]> {
    return sessionEvents(this.#db, sessionId);
  }

  /** The event that stands at a place in a session's order, or null. */
  event(sessionId: string, sequence: number): Promise<SessionEvent | null> {
    return eventAt(this.#db, sessionId, sequence);
  }

  /** Notes in the audit that the desk put something right by itself. */
  async noteRepair(sessionId: string, action: string): Promise<void> {
    await this.#db.transaction((tx) =>
      writeAudit(tx, {
        kind: 'repair',
        actor: { kind: 'desk', rule: 'reconcile' },
        action,
        revision: null,
        subject: { kind: 'session', key: sessionId },
        data: {},
      }),
    );
  }

  /** The sequence that a command led to, or null when nothing was stored under its id. */
  async sequenceOf(sessionId: string, commandId: string): Promise<number | null> {
    const found = await rowOf<{ last_sequence: number }>(
      this.#db,
      'select last_sequence from session_commands where session_id = :sessionId and id = :commandId',
      { sessionId, commandId },
    );
    return found?.last_sequence ?? null;
  }
}
