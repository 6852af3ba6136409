import type { Knex } from 'knex';

/** The record: sessions, their events, the commands behind them, the audit and the feed of changes. */
export async function up(db: Knex): Promise<void> {
  await db.raw(sessions);
  await db.raw(events);
  await db.raw(feed);
}

const sessions = `
  create table sessions (
    id uuid primary key,
    sequence integer not null check (sequence > 0),
    state text not null check (state in ('waiting', 'ready', 'active', 'closed', 'expired')),
    channel text not null,
    assignee text,
    driver text,
    connection text not null check (connection in ('absent', 'connected', 'reconnecting')),
    device_id uuid,
    requester_name text not null,
    requester_address text,
    subject text not null,
    requested_at timestamptz not null,
    ended_at timestamptz,
    document jsonb not null,
    check ((ended_at is not null) = (state in ('closed', 'expired')))
  );
  create index sessions_open on sessions (requested_at, id)
    include (channel, assignee, driver, state) where ended_at is null;
  create index sessions_assigned on sessions (assignee, requested_at, id) where ended_at is null;
  create index sessions_unassigned on sessions (requested_at, id)
    include (channel) where ended_at is null and assignee is null;
  create index sessions_invited on sessions (requested_at, id)
    include (channel, assignee) where state = 'waiting';
  create index sessions_ended on sessions (ended_at desc, id desc)
    include (channel, assignee) where ended_at is not null;
  create index sessions_ended_of on sessions (assignee, ended_at desc, id desc)
    where ended_at is not null;
  create index sessions_connected on sessions (device_id) where connection = 'connected';
  create index sessions_of_requester on sessions (requester_name, requested_at desc);
  grant select, insert, update on sessions to mayday_app;
`;

const events = `
  create table session_events (
    session_id uuid not null references sessions,
    sequence integer not null check (sequence > 0),
    type text not null constraint known_type check (type in (
      'requested', 'link-opened', 'device-joined', 'device-lost', 'device-returned', 'claimed',
      'answered', 'consent-asked', 'consent-granted', 'consent-refused', 'consent-withdrawn',
      'connected', 'disconnected', 'driver-changed', 'held', 'resumed', 'user-wrote',
      'technician-wrote', 'transferred', 'escalated', 'closed', 'abandoned', 'reopened', 'expired'
    )),
    at timestamptz not null,
    by jsonb not null,
    data jsonb not null,
    command_id text not null,
    xid xid8 not null default pg_current_xact_id(),
    primary key (session_id, sequence)
  );
  create table session_commands (
    session_id uuid not null references sessions,
    id text not null,
    last_sequence integer not null,
    primary key (session_id, id)
  );
  create table audit_entries (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    kind text not null check (kind in ('command', 'refusal', 'repair')),
    session_id uuid,
    actor jsonb not null,
    action text,
    revision text,
    command_id text,
    data jsonb not null default '{}',
    xid xid8 not null default pg_current_xact_id()
  );
  create index audit_of_session on audit_entries (session_id, id) where session_id is not null;
  grant select, insert on session_events, session_commands, audit_entries to mayday_app;
`;

// What happened is kept for ever in the tables above; the feed only carries it to whoever listens.
const feed = `
  create table feed (
    position bigint generated always as identity,
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null default clock_timestamp(),
    kind text not null check (kind in ('session', 'presence', 'message')),
    session_id uuid not null,
    message_id uuid,
    primary key (xid, position),
    check ((kind = 'message') = (message_id is not null))
  );
  create index feed_by_age on feed (at);
  grant select, insert, delete on feed to mayday_app;
`;
