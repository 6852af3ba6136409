import type { Knex } from 'knex';

/** Who comes in and by what: links, devices, chat, sign-ins, repeated requests and media sessions. */
export async function up(db: Knex): Promise<void> {
  await db.raw(userSide);
  await db.raw(staffSide);
}

const userSide = `
  create table links (
    token_hash text primary key,
    session_id uuid not null references sessions,
    created_at timestamptz not null default clock_timestamp()
  );
  create index links_of_session on links (session_id);
  create table devices (
    id uuid primary key,
    session_id uuid not null references sessions,
    key_hash text not null,
    token_hash text not null unique,
    kind text not null check (kind in ('browser', 'helper')),
    info jsonb not null,
    joined_at timestamptz not null default clock_timestamp(),
    last_seen_at timestamptz not null default clock_timestamp(),
    lease_until timestamptz not null,
    unique (session_id, key_hash)
  ) with (fillfactor = 70);
  create table messages (
    id uuid primary key,
    session_id uuid not null references sessions,
    position bigint generated always as identity,
    at timestamptz not null default clock_timestamp(),
    side text not null check (side in ('user', 'technician')),
    technician text,
    text text not null check (length(text) between 1 and 4000),
    check ((side = 'technician') = (technician is not null))
  );
  create index messages_of_session on messages (session_id, position);
  grant select, insert on links, messages to mayday_app;
  grant select, insert, update on devices to mayday_app;
`;

const staffSide = `
  create table staff_sessions (
    id_hash text primary key,
    technician text not null,
    csrf_token text not null,
    created_at timestamptz not null default clock_timestamp(),
    last_seen_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    data jsonb not null default '{}'
  );
  create index staff_sessions_by_expiry on staff_sessions (expires_at);
  create index staff_sessions_of on staff_sessions (technician);
  create table idempotency (
    caller text not null,
    key uuid not null,
    request_hash text not null,
    status integer,
    answer jsonb,
    created_at timestamptz not null default clock_timestamp(),
    primary key (caller, key)
  );
  create index idempotency_by_age on idempotency (created_at);
  create table media_sessions (
    janus_session_id text primary key,
    session_id uuid not null references sessions,
    participant text not null,
    opened_at timestamptz not null default clock_timestamp(),
    last_seen_at timestamptz not null default clock_timestamp()
  );
  create index media_sessions_of_session on media_sessions (session_id);
  create table refusals (
    technician text not null,
    minute timestamptz not null,
    action text not null,
    channel text not null,
    revision text not null,
    times integer not null check (times > 0),
    last_at timestamptz not null default clock_timestamp(),
    primary key (technician, minute, action, channel, revision)
  );
  grant select, insert, update, delete on staff_sessions, idempotency, media_sessions to mayday_app;
  grant select, insert, update on refusals to mayday_app;
`;
