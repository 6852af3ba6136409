import type { Knex } from 'knex';

/** How people come in without being invited: nine-digit codes, SOS Calls, and what holds them to a measure. */
export async function up(db: Knex): Promise<void> {
  await db.raw(codes);
  await db.raw(sosCalls);
  await db.raw(measures);
  await db.raw(closing);
}

// Of a code only a keyed hash is kept; what has ended keeps its row, for the list and the audit.
const codes = `
  create table codes (
    id uuid primary key,
    code_hash text not null,
    device_key_hash text not null,
    token_hash text not null unique,
    kind text not null check (kind in ('browser', 'helper')),
    info jsonb not null,
    language text,
    session_id uuid not null,
    issued_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    ended_at timestamptz,
    ending text check (ending in ('used', 'expired', 'replaced', 'given-up', 'withdrawn')),
    used_by text,
    entry_id uuid,
    check ((ended_at is null) = (ending is null)),
    check ((ending = 'used') = (used_by is not null and entry_id is not null))
  );
  create unique index codes_live on codes (code_hash) where ended_at is null;
  create unique index codes_live_of_device on codes (device_key_hash) where ended_at is null;
  create index codes_live_by_expiry on codes (expires_at) where ended_at is null;
  create index codes_used on codes (entry_id) where entry_id is not null;
  create index codes_by_age on codes (issued_at);
  grant select, insert, update, delete on codes to mayday_app;
`;

const sosCalls = `
  create table sos_calls (
    id uuid primary key,
    name text not null check (length(name) between 1 and 64),
    description text,
    channel text not null,
    technician text,
    fields jsonb not null default '[]',
    listed boolean not null,
    token_hash text not null unique,
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    paused_at timestamptz,
    deleted_at timestamptz
  );
  create unique index sos_calls_by_name on sos_calls (channel, lower(name))
    where deleted_at is null;
  create table sos_requests (
    session_id uuid primary key references sessions,
    sos_call uuid not null references sos_calls,
    answers jsonb not null,
    place integer not null check (place > 0),
    requested_at timestamptz not null default clock_timestamp()
  );
  create index sos_requests_of_call on sos_requests (sos_call, requested_at desc);
  create index sos_requests_by_age on sos_requests (requested_at desc);
  grant select, insert, update on sos_calls to mayday_app;
  grant select, insert, update, delete on sos_requests to mayday_app;
`;

const measures = `
  create table door_budgets (
    kind text not null,
    subject text not null,
    level double precision not null check (level >= 0),
    at timestamptz not null,
    primary key (kind, subject)
  ) with (fillfactor = 70);
  create index door_budgets_by_age on door_budgets (at);
  create table spent_proofs (
    challenge_hash text primary key,
    until timestamptz not null
  );
  create index spent_proofs_by_age on spent_proofs (until);
  grant select, insert, update, delete on door_budgets, spent_proofs to mayday_app;
`;

const closing = `
  create table satisfaction (
    session_id uuid primary key references sessions,
    score integer not null check (score between 1 and 5),
    words text check (length(words) between 1 and 2000),
    at timestamptz not null default clock_timestamp()
  );
  create index satisfaction_by_time on satisfaction (at);
  grant select, insert, update, delete on satisfaction to mayday_app;
`;
