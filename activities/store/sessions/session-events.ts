import {
  completed,
  isComplete,
  type StoredSession,
} from '../../../workflows/domain/session/completed.js';
import { fold } from '../../../workflows/domain/session/evolve.js';
import type { SessionEvent } from '../../../workflows/domain/session/events.js';
import type { Session } from '../../../workflows/domain/session/session.js';
import { type Database, rowOf, rowsOf } from '../database.js';
import { eventOf, type EventRow, type TextsByDigest } from './session-event-rows.js';

/** The session as it stands, or null. */
export async function findSession(db: Database, sessionId: string): Promise<Session | null> {
  return sessionIn(db, sessionId, await rowOf<StoredRow>(db, finding, { sessionId }));
}

/** The session as it stands, or null; its row is locked until the transaction ends. */
export async function lockSession(tx: Database, sessionId: string): Promise<Session | null> {
  return sessionIn(
    tx,
    sessionId,
    await rowOf<StoredRow>(tx, `${finding} for update`, { sessionId }),
  );
}

const finding = 'select document from sessions where id = :sessionId';

/** What `sessionIn` reads of a row. */
export interface StoredRow {
  readonly document: StoredSession | null;
}

/** The session of a row; what an earlier version stored is folded once more, so that a row is the fold of its events for ever. */
export async function sessionIn(
  db: Database,
  sessionId: string,
  row: StoredRow | null,
): Promise<Session | null> {
  if (!row?.document) return null;
  if (isComplete(row.document)) return completed(row.document);
  const session = fold(null, await sessionEvents(db, sessionId));
  if (!session) throw new Error(`Session ${sessionId} has a row and no events.`);
  return session;
}

/** A session's events in order. */
export function sessionEvents(db: Database, sessionId: string): Promise<readonly SessionEvent[]> {
  return eventsAfter(db, sessionId, 0);
}

/** A session's events after a sequence, in order. */
export async function eventsAfter(
  db: Database,
  sessionId: string,
  sequence: number,
): Promise<readonly SessionEvent[]> {
  const rows = await rowsOf<EventRow>(
    db,
    `select type, sequence, at, by, data from session_events
     where session_id = :sessionId and sequence > :sequence order by sequence`,
    { sessionId, sequence },
  );
  const texts = rows.length > 0 ? await textsOf(db, sessionId) : {};
  return rows.map((row) => eventOf(row, texts));
}

/** The event of a session that stands at a place in its order, or null. */
export async function eventAt(
  db: Database,
  sessionId: string,
  sequence: number,
): Promise<SessionEvent | null> {
  const row = await rowOf<EventRow>(
    db,
    `select type, sequence, at, by, data from session_events
     where session_id = :sessionId and sequence = :sequence`,
    { sessionId, sequence },
  );
  return row && eventOf(row, await textsOf(db, sessionId));
}

async function textsOf(db: Database, sessionId: string): Promise<TextsByDigest> {
  const rows = await rowsOf<{ digest: string; text: string }>(
    db,
    `select encode(digest, 'hex') as digest, text from personal_texts
     where subject_kind = 'session' and subject_key = :sessionId`,
    { sessionId },
  );
  return Object.fromEntries(rows.map(({ digest, text }) => [digest, text]));
}
