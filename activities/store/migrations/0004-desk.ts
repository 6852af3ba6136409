import type { Knex } from 'knex';

/** What makes a desk of the record: numbers to say aloud, origins, offers, transfers and routing. */
export async function up(db: Knex): Promise<void> {
  await db.raw(sessions);
  await db.raw(events);
  await db.raw(routing);
}

// A small number says how few there were before; it begins where that cannot be told.
const sessions = `
  alter table sessions
    add column number bigint generated always as identity (start with 1001),
    add column origin text not null default 'invitation'
      check (origin in ('invitation', 'code', 'sos-call')),
    add column ticket text,
    add column requester_id text,
    add column sos_call text,
    add column offered_to text,
    add column collaborators text[] not null default '{}',
    add column guests jsonb not null default '{}',
    add column warm_channel text,
    add column warm_technician text,
    add column warm_group text;
  create unique index sessions_by_number on sessions (number);
  create index sessions_by_ticket on sessions (ticket) where ticket is not null;
  create index sessions_of_directory on sessions (requester_id, requested_at desc)
    where requester_id is not null;
  create index sessions_offered on sessions (offered_to) where offered_to is not null;
  create index sessions_shared on sessions (requested_at, id)
    where ended_at is null
      and (offered_to is not null or warm_channel is not null or collaborators <> '{}');
`;

const events = `
  alter table session_events drop constraint known_type;
  alter table session_events add constraint known_type check (type in (
    'requested', 'link-opened', 'device-joined', 'device-lost', 'device-returned', 'offered',
    'offer-declined', 'tier-drawn', 'claimed', 'answered', 'consent-asked', 'consent-granted',
    'consent-refused', 'consent-withdrawn', 'connected', 'disconnected', 'driver-changed', 'held',
    'resumed', 'user-wrote', 'technician-wrote', 'transfer-offered', 'transfer-declined',
    'transferred', 'collaborator-invited', 'collaborator-joined', 'collaborator-left', 'taken-over',
    'escalated', 'priority-changed', 'closed', 'abandoned', 'reopened', 'expired'
  ));
`;

const routing = `
  create table channel_routing (
    channel text primary key references channels on delete cascade,
    document jsonb not null,
    changed_at timestamptz not null default clock_timestamp()
  );
  create table routing_rules (
    one boolean primary key default true check (one),
    document jsonb not null,
    changed_at timestamptz not null default clock_timestamp()
  );
  grant select, insert, update on channel_routing, routing_rules to mayday_app;
`;
