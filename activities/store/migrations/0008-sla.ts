import type { Knex } from 'knex';

/** What the desk promises, how each session stands to it, and what reports are made of. */
export async function up(db: Knex): Promise<void> {
  await db.raw(configuration);
  await db.raw(clocks);
  await db.raw(facts);
}

// Versions are only ever added, and one counts from an instant that lay ahead when it was added: so
// what counted at an instant that is over can never become something else.
const configuration = `
  create table sla_calendars (
    id uuid primary key default gen_random_uuid(),
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]*$'),
    version integer not null check (version > 0),
    place text not null,
    name text not null check (name = btrim(name) and length(name) between 1 and 120),
    content jsonb not null,
    zone_rules jsonb not null,
    counts_from timestamptz not null,
    made_at timestamptz not null default clock_timestamp(),
    made_by jsonb not null,
    unique (key, version)
  );
  create table sla_policies (
    id uuid primary key default gen_random_uuid(),
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]*$'),
    version integer not null check (version > 0),
    place text not null,
    name text not null check (name = btrim(name) and length(name) between 1 and 120),
    calendar text not null,
    clocks jsonb not null,
    counts_from timestamptz not null,
    made_at timestamptz not null default clock_timestamp(),
    made_by jsonb not null,
    unique (key, version)
  );
  create table sla_promises (
    channel text not null references channels,
    priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
    number integer not null check (number > 0),
    policy text,
    counts_from timestamptz not null,
    made_at timestamptz not null default clock_timestamp(),
    made_by jsonb not null,
    primary key (channel, priority, number)
  );
  grant select, insert on sla_calendars, sla_policies, sla_promises to mayday_app;
`;

const clocks = `
  create table session_clocks (
    session_id uuid primary key references sessions,
    policy_id uuid not null references sla_policies,
    calendar_id uuid not null references sla_calendars,
    readings jsonb not null default '[]',
    step jsonb,
    step_at timestamptz,
    check ((step is null) = (step_at is null))
  ) with (fillfactor = 80);
  create index session_clocks_by_step on session_clocks (step_at) where step_at is not null;
  grant select, insert, update on session_clocks to mayday_app;
`;

const facts = `
  create table session_facts (
    session_id uuid not null references sessions,
    sequence integer not null check (sequence > 0),
    requested_at timestamptz not null,
    settled_at timestamptz not null,
    superseded_at timestamptz,
    channel text not null,
    priority text not null,
    customer text,
    technician text,
    groups text[] not null,
    outcome text not null,
    clocks text not null,
    ready_ms bigint,
    first_response_ms bigint,
    first_picture_ms bigint,
    resolution_ms bigint,
    total_resolution_ms bigint,
    next_response_ms bigint[] not null,
    handling jsonb not null,
    holds jsonb not null,
    transfers integer not null,
    digest bigint not null,
    primary key (session_id, sequence)
  );
  create index session_facts_by_request on session_facts (requested_at, session_id);
  create index sessions_by_request on sessions (requested_at, id);
  grant select, insert, update on session_facts to mayday_app;
`;
