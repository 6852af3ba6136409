import { fold } from '../../workflows/domain/session/evolve.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { AppendRequest, AppendResult } from '../../workflows/ports.js';
import { changesFacts, keepFacts } from '../promises/keep-facts.js';
import { type Life, lifeFrom, type LifeColumns, lifeColumns } from '../promises/life.js';
import { clockBindings, clocksOf, promisedTo } from '../promises/session-clocks.js';
import { type Database, preparedRowsOf } from '../store/database.js';
import { addingEntry, type ChainEnd, entryBindings } from '../store/log/audit-chain.js';
import { saltedByName } from '../store/sessions/personal-text.js';
import { columnsOf } from '../store/sessions/session-columns.js';
import {
  digestOfEvents,
  eventOf,
  type StoredEvent,
  storedOf,
} from '../store/sessions/session-event-rows.js';
import { eventsAfter, sessionIn, type StoredRow } from '../store/sessions/session-events.js';

/** The row of a session has fewer events than its workflow was told were stored. Somebody must look. */
export class RecordDamagedError extends Error {
  constructor(sessionId: string, found: number, expected: number) {
    super(`Session ${sessionId} stands at event ${found} where ${expected} were acknowledged.`);
    this.name = 'RecordDamagedError';
  }
}

/**
 * Appends a command's events, at once or not at all; the second time it gives back what the first
 * stored. One statement reads and one writes, and the second only holds while the row is as the first
 * found it: what somebody else did in between is read anew.
 */
export async function appendTo(db: Database, request: AppendRequest): Promise<AppendResult> {
  // A session that begins is hardly ever there already, and its first statement finds out by itself.
  const begun = request.expectedSequence === 0 ? await begin(db, request) : null;
  if (begun) return begun;
  for (;;) {
    const result = await appendOnce(db, request);
    if (result) return result;
  }
}

/** Writes a session's first events; null when there is such a session. */
async function begin(db: Database, request: AppendRequest): Promise<AppendResult | null> {
  const session = fold(null, request.events);
  if (!session) return null;
  const { now, versions } = await promisedTo(db, session);
  const end = { position: 0, hash: null, now };
  const life = { versions, events: [] };
  return settle(db, { session: null, written: null, end, isStored: false, life }, request);
}

async function appendOnce(db: Database, request: AppendRequest): Promise<AppendResult | null> {
  const { sessionId, expectedSequence } = request;
  const found = await look(db, request);
  const sequence = found.session?.sequence ?? 0;
  if (sequence < expectedSequence) {
    throw new RecordDamagedError(sessionId, sequence, expectedSequence);
  }
  if (found.isStored || sequence > expectedSequence) {
    const events = await eventsAfter(db, sessionId, expectedSequence);
    return { kind: found.isStored ? 'repeated' : 'overtaken', events };
  }
  return settle(db, found, request);
}

/** A session as one look found it. */
interface Found {
  /** Null when there is none yet. */
  readonly session: Session | null;
  /** Which writing of its row was found; null when there is none yet. */
  readonly written: string | null;
  readonly end: ChainEnd;
  /** Whether something was stored under the command's id. */
  readonly isStored: boolean;
  readonly life: Life;
}

type FoundRow = { readonly written: string | null; readonly stored: boolean } & ChainEnd &
  StoredRow &
  LifeColumns;

async function look(db: Database, request: AppendRequest): Promise<Found> {
  const { sessionId, commandId } = request;
  const [row] = await preparedRowsOf<FoundRow>(db, looking, { sessionId, commandId });
  if (!row) throw new Error('The database gave no answer.');
  const { written, position, hash, now, stored } = row;
  const session = await sessionIn(db, sessionId, row);
  const life = lifeFrom(row);
  return { session, written, end: { position, hash, now }, isStored: stored, life };
}

// `xmin` is another with every writing of a row, whoever wrote it and whatever was changed.
const looking = `
  select s.document, s.xmin::text as written, coalesce(s.chain_position, 0) as position,
    s.chain_hash as hash, clock_timestamp() as now, exists (
      select from session_commands where session_id = asked.id and id = :commandId
    ) as stored, ${lifeColumns}
  from (select cast(:sessionId as uuid) as id) as asked
  left join sessions s on s.id = asked.id
  left join session_clocks c on c.session_id = asked.id
`;

/** Writes the events and all that follows from them; null when the row is no longer as it was found. */
async function settle(
  db: Database,
  found: Found,
  request: AppendRequest,
): Promise<AppendResult | null> {
  const session = fold(found.session, request.events);
  if (!session) throw new Error(`Nothing was to be appended to session ${request.sessionId}.`);
  const stored = request.events.map(storedOf);
  const events = [...found.life.events, ...stored.map(({ row }) => eventOf(row, {}))];
  const clocks = await clocksOf(db, session, { versions: found.life.versions, events });
  const bindings = {
    ...columnsOf(session),
    ...recordBindings(found, request, stored),
    ...clockBindings(clocks),
  };
  const isWritten = changesFacts(session, request.events)
    ? await db.transaction(async (tx) => {
        if (!(await write(tx, found, bindings))) return false;
        await keepFacts(tx, { session, appended: request.events, events, clocks });
        return true;
      })
    : await write(db, found, bindings);
  if (!isWritten) return null;
  return clocks?.step ? { kind: 'appended', nextStep: clocks.step } : { kind: 'appended' };
}

async function write(
  db: Database,
  { session }: Found,
  bindings: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const rows = session
    ? await preparedRowsOf(db, changing, bindings)
    : await preparedRowsOf(db, beginning, bindings);
  return rows.length > 0;
}

function recordBindings(
  { written, end }: Found,
  { sessionId, commandId, actor, grant, from: userFrom }: AppendRequest,
  stored: readonly StoredEvent[],
) {
  const rows = stored.map(({ row }) => row);
  const address = grant?.from ?? userFrom;
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
  const entry = entryBindings({ kind: 'session', key: sessionId }, end, content, texts);
  return { ...entry, written, events: JSON.stringify(rows) };
}

// What belongs to a settled row is written with it, and nothing of it where the row was another by then.
const recording = `
  event as (
    insert into session_events (session_id, sequence, type, at, by, data, command_id)
    select settled.id, e.sequence, e.type, e.at, e.by, e.data, :commandId
    from settled, jsonb_to_recordset(:events)
      as e (sequence integer, type text, at timestamptz, by jsonb, data jsonb)
  ), command as (
    insert into session_commands (session_id, id, last_sequence)
    select id, :commandId, :sequence from settled
  ), ${addingEntry('exists (select from settled)')}, told as (
    insert into feed (kind, session_id) select 'session', id from settled
  )
`;

const beginning = `
  with settled as (
    insert into sessions (id, sequence, state, channel, assignee, driver, connection, device_id,
      requester_name, requester_address, subject, requested_at, ended_at, origin, ticket,
      requester_id, sos_call, offered_to, collaborators, guests, warm_channel, warm_technician,
      warm_group, document, chain_position, chain_hash)
    values (:id, :sequence, :state, :channel, :assignee, :driver, :connection, :device_id,
      :requester_name, :requester_address, :subject, :requested_at, :ended_at, :origin, :ticket,
      :requester_id, :sos_call, :offered_to, :collaborators, :guests, :warm_channel,
      :warm_technician, :warm_group, :document, :position, :hash)
    on conflict (id) do nothing returning id
  ), ${recording}, clocks as (
    insert into session_clocks (session_id, policy_id, calendar_id, readings, step, step_at)
    select id, cast(:policyId as uuid), cast(:calendarId as uuid), cast(:readings as jsonb),
      cast(:step as jsonb), cast(:stepAt as timestamptz)
    from settled where cast(:policyId as uuid) is not null
  )
  select id from settled
`;

// Not an upsert: that would use up a number of the desk with every change.
const changing = `
  with settled as (
    update sessions set sequence = :sequence, state = :state, channel = :channel,
      assignee = :assignee, driver = :driver, connection = :connection, device_id = :device_id,
      ended_at = :ended_at, offered_to = :offered_to, collaborators = :collaborators,
      guests = :guests, warm_channel = :warm_channel, warm_technician = :warm_technician,
      warm_group = :warm_group, document = :document,
      chain_position = :position, chain_hash = :hash
    where id = :id and xmin = cast(:written as xid) returning id
  ), ${recording}, clocks as (
    update session_clocks set readings = cast(:readings as jsonb), step = cast(:step as jsonb),
      step_at = cast(:stepAt as timestamptz), told_at = null
    from settled where session_id = settled.id and cast(:policyId as uuid) is not null
  )
  select id from settled
`;
