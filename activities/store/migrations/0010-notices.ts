import type { Knex } from 'knex';

/** Who is told what: notices in the console, webhooks, and the log of what is delivered outside. */
export async function up(db: Knex): Promise<void> {
  await db.raw(notices);
  await db.raw(webhooks);
  await db.raw(deliveries);
}

const notices = `
  create table notices (
    id uuid primary key,
    position bigint generated always as identity unique,
    technician text not null,
    at timestamptz not null,
    kind text not null,
    session_id uuid not null references sessions,
    data jsonb not null,
    read_at timestamptz
  );
  create index notices_of on notices (technician, position desc);
  create index notices_unread on notices (technician) where read_at is null;
  create table notice_preferences (
    technician text primary key,
    mail text[] not null
  );
  create table notice_cursor (
    only_row boolean primary key default true check (only_row),
    epoch text not null,
    xid xid8 not null,
    session_id uuid not null,
    sequence integer not null
  );
  create index session_events_in_order on session_events (xid, session_id, sequence);
  alter table feed drop constraint feed_kind_check;
  alter table feed add column notice_id uuid;
  alter table feed add constraint feed_kind_check
    check (kind in ('session', 'presence', 'message', 'notice'));
  alter table feed add constraint feed_notice_check
    check ((kind = 'notice') = (notice_id is not null));
  grant select, insert on notices to mayday_app;
  grant update (read_at) on notices to mayday_app;
  grant select, insert, update on notice_preferences, notice_cursor to mayday_app;
`;

const webhooks = `
  create table webhooks (
    id uuid primary key,
    url text not null check (length(url) <= 2000),
    description text not null check (length(description) <= 200),
    types text[] not null check (cardinality(types) > 0),
    channel text,
    enabled boolean not null default true,
    secret_number integer not null default 1,
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz
  );
  grant select, insert, update on webhooks to mayday_app;
`;

const deliveries = `
  create table deliveries (
    id uuid primary key,
    position bigint generated always as identity unique,
    medium text not null check (medium in ('mail', 'webhook')),
    webhook_id uuid references webhooks,
    recipient text,
    type text not null,
    payload jsonb not null,
    session_id uuid references sessions,
    state text not null default 'pending' check (state in ('pending', 'delivered', 'given-up')),
    round integer not null default 1,
    started boolean not null default false,
    created_at timestamptz not null default clock_timestamp(),
    check ((medium = 'webhook') = (webhook_id is not null)),
    check ((medium = 'mail') = (recipient is not null))
  );
  create index deliveries_of_webhook on deliveries (webhook_id, position desc);
  create index deliveries_of_mail on deliveries (position desc) where medium = 'mail';
  create index deliveries_to_start on deliveries (position) where not started;
  create table delivery_attempts (
    delivery_id uuid not null references deliveries on delete cascade,
    number integer not null,
    at timestamptz not null default clock_timestamp(),
    status integer,
    problem text,
    took_ms integer not null,
    primary key (delivery_id, number)
  );
  grant select, insert, delete on deliveries, delivery_attempts to mayday_app;
  grant update (state, round, started) on deliveries to mayday_app;
`;
