import type { Session } from '../../workflows/domain/session/session.js';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import {
  isComplete,
  type StoredSession,
  completed,
} from '../../workflows/domain/session/completed.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import type { AppendRequest, AppendResult } from '../../workflows/ports.js';
import { keepClocks } from '../promises/keep-clocks.js';
import { addingEntry, type ChainEnd, entryBindings } from './audit-chain.js';
import { writeAudit } from './audit-entry.js';
import { type Database, rowOf, rowsOf } from './database.js';
import type { LiveBell } from './live-bell.js';
import { columnsOf } from './session-columns.js';
import { saltedByName } from './personal-text.js';
import {
  digestOfEvents,
  eventOf,
  type EventRow,
  storedOf,
  type TextsByDigest,
} from './session-event-rows.js';

/** The row of a session has fewer events than its workflow was told were stored. Somebody must look. */
export class RecordDamagedError extends Error {
  constructor(sessionId: string, found: number, expected: number) {
    super(`Session ${sessionId} stands at event ${found} where ${expected} were acknowledged.`);
    this.name = 'RecordDamagedError';
  }
}

/** The sessions' record: events, row and audit entry, always written together. */
export class SessionRecord {
  readonly #db: Database;
  readonly #bell: LiveBell;

  constructor(db: Database, bell: LiveBell) {
    this.#db = db;
    this.#bell = bell;
  }

  /** Appends a command's events in one transaction; the second time it gives back what the first stored. */
  async append(request: AppendRequest): Promise<AppendResult> {
    const result = await this.#db.transaction((tx) => appendIn(tx, request));
    this.#bell.ring();
    return result;
  }

  /** The session as it stands, or null. */
  async find(sessionId: string): Promise<Session | null> {
    const found = await rowOf<StoredRow>(
      this.#db,
      'select document from sessions where id = :sessionId',
      { sessionId },
    );
    return found && sessionIn(this.#db, sessionId, found);
  }

  /** A session's events in order. */
  events(sessionId: string): Promise<readonly SessionEvent[]> {
    return sessionEvents(this.#db, sessionId);
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

/** A session's events in order, as a transaction sees them. */
export function sessionEvents(tx: Database, sessionId: string): Promise<readonly SessionEvent[]> {
  return eventsAfter(tx, sessionId, 0);
}

/** Appends within a transaction that its caller commits. */
export async function appendIn(tx: Database, request: AppendRequest): Promise<AppendResult> {
  const { sessionId, expectedSequence } = request;
  const { session, end } = await lockSession(tx, sessionId);
  const found = session?.sequence ?? 0;
  if (found < expectedSequence) {
    throw new RecordDamagedError(sessionId, found, expectedSequence);
  }
  if (await isStored(tx, request)) {
    return { kind: 'repeated', events: await eventsAfter(tx, sessionId, expectedSequence) };
  }
  if (found > expectedSequence) {
    return { kind: 'overtaken', events: await eventsAfter(tx, sessionId, expectedSequence) };
  }
  const after = await write(tx, { session, end }, request);
  const nextStep = await keepClocks(tx, {
    session: after,
    isNew: session === null,
    events: request.events,
  });
  return nextStep ? { kind: 'appended', nextStep } : { kind: 'appended' };
}

/** A session whose row is locked until the transaction ends, and where its audit chain ends. */
export interface LockedSession {
  /** Null when there is none yet. */
  readonly session: Session | null;
  readonly end: ChainEnd;
}

/** Locks a session's row until the transaction ends. */
export async function lockSession(tx: Database, sessionId: string): Promise<LockedSession> {
  const row = await rowOf<LockedRow>(tx, locking, { sessionId });
  if (row) return lockedIn(tx, sessionId, row);
  // A row that is not there cannot be locked, so two first appends meet at the name instead.
  const first = await rowOf<{ now: Date }>(tx, meeting, { sessionId });
  const late = await rowOf<LockedRow>(tx, locking, { sessionId });
  if (late) return lockedIn(tx, sessionId, late);
  return { session: null, end: { position: 0, hash: null, now: first?.now ?? new Date() } };
}

interface StoredRow {
  readonly document: StoredSession;
}

type LockedRow = StoredRow & ChainEnd;

async function lockedIn(tx: Database, sessionId: string, row: LockedRow): Promise<LockedSession> {
  const { position, hash, now } = row;
  return { session: await sessionIn(tx, sessionId, row), end: { position, hash, now } };
}

const locking = `
  select document, chain_position as position, chain_hash as hash, clock_timestamp() as now
  from sessions where id = :sessionId for update
`;

const meeting = `
  select clock_timestamp() as now
  from (select pg_advisory_xact_lock(hashtextextended(:sessionId, 0))) as meeting
`;

/** What an earlier version stored is folded once more, so that a row is the fold of its events for ever. */
async function sessionIn(
  db: Database,
  sessionId: string,
  { document }: StoredRow,
): Promise<Session> {
  if (isComplete(document)) return completed(document);
  const session = fold(null, await sessionEvents(db, sessionId));
  if (!session) throw new Error(`Session ${sessionId} has a row and no events.`);
  return session;
}

async function isStored(tx: Database, { sessionId, commandId }: AppendRequest): Promise<boolean> {
  const statement =
    'select 1 as stored from session_commands where session_id = :sessionId and id = :commandId';
  return (await rowOf(tx, statement, { sessionId, commandId })) !== null;
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

async function textsOf(db: Database, sessionId: string): Promise<TextsByDigest> {
  const rows = await rowsOf<{ digest: string; text: string }>(
    db,
    `select encode(digest, 'hex') as digest, text from personal_texts
     where subject_kind = 'session' and subject_key = :sessionId`,
    { sessionId },
  );
  return Object.fromEntries(rows.map(({ digest, text }) => [digest, text]));
}

async function write(
  tx: Database,
  before: LockedSession,
  request: AppendRequest,
): Promise<Session> {
  const { sessionId, commandId, actor, grant, events } = request;
  const session = fold(before.session, events);
  if (!session) throw new Error(`Nothing was to be appended to session ${sessionId}.`);
  const stored = events.map(storedOf);
  const rows = stored.map(({ row }) => row);
  const address = grant?.from ?? request.from;
  const from = saltedByName(address === undefined ? {} : { from: address });
  const content = {
    kind: 'command',
    actor,
    action: grant?.action ?? null,
    revision: grant?.revision ?? null,
    command: commandId,
    data: { events: rows.map(({ type }) => type), digest: digestOfEvents(rows) },
    texts: from.digests,
  } as const;
  const texts = [...from.texts, ...stored.flatMap((one) => one.texts)];
  await rowsOf(tx, before.session ? changing : beginning, {
    ...columnsOf(session),
    ...entryBindings({ kind: 'session', key: sessionId }, before.end, content, texts),
    events: JSON.stringify(rows),
  });
  return session;
}

// One statement, so that a command costs one round trip beside its lock and its commit.
const recording = `
  with event as (
    insert into session_events (session_id, sequence, type, at, by, data, command_id)
    select :sessionId, e.sequence, e.type, e.at, e.by, e.data, :commandId
    from jsonb_to_recordset(:events)
      as e (sequence integer, type text, at timestamptz, by jsonb, data jsonb)
  ), command as (
    insert into session_commands (session_id, id, last_sequence)
    values (:sessionId, :commandId, :sequence)
  ), ${addingEntry}, told as (
    insert into feed (kind, session_id) values ('session', :sessionId)
  )
`;

const beginning = `${recording}
  insert into sessions (id, sequence, state, channel, assignee, driver, connection, device_id,
    requester_name, requester_address, subject, requested_at, ended_at, origin, ticket,
    requester_id, sos_call, offered_to, collaborators, guests, warm_channel, warm_technician,
    warm_group, document, chain_position, chain_hash)
  values (:id, :sequence, :state, :channel, :assignee, :driver, :connection, :device_id,
    :requester_name, :requester_address, :subject, :requested_at, :ended_at, :origin, :ticket,
    :requester_id, :sos_call, :offered_to, :collaborators, :guests, :warm_channel,
    :warm_technician, :warm_group, :document, :position, :hash)
`;

// Not an upsert: that would use up a number of the desk with every change.
const changing = `${recording}
  update sessions set sequence = :sequence, state = :state, channel = :channel,
    assignee = :assignee, driver = :driver, connection = :connection, device_id = :device_id,
    ended_at = :ended_at, offered_to = :offered_to, collaborators = :collaborators,
    guests = :guests, warm_channel = :warm_channel, warm_technician = :warm_technician,
    warm_group = :warm_group, document = :document,
    chain_position = :position, chain_hash = :hash
  where id = :id
`;
