import type { Knex } from 'knex';

/** What happens often is gathered by the minute before it comes into the audit, refusals by policy among it. */
export async function up(db: Knex): Promise<void> {
  await db.raw(gathering);
  await db.raw(doors);
}

const gathering = `
  create table gathered (
    minute timestamptz not null default date_trunc('minute', clock_timestamp()),
    kind text not null,
    subject_kind text not null,
    subject_key text not null,
    actor jsonb not null,
    what jsonb not null,
    revision text not null default '',
    times integer not null default 1,
    addresses text[] not null default '{}',
    names text[] not null default '{}',
    primary key (minute, kind, subject_kind, subject_key, actor, what, revision)
  ) with (fillfactor = 70);
  grant select, insert, update, delete on gathered to mayday_app;
  insert into gathered (minute, kind, subject_kind, subject_key, actor, what, revision, times, addresses)
    select minute, 'refusal', 'technician', technician,
      jsonb_build_object('kind', 'technician', 'key', technician),
      jsonb_build_object('action', action, 'channel', channel), revision, times, addresses
    from refusals;
  drop table refusals;
`;

// What becomes of codes before there is a session that could tell of it.
const doors = `
  alter table audit_entries drop constraint known_kind;
  alter table audit_entries add constraint known_kind check (kind in ('command', 'refusal', 'repair',
    'message', 'administration', 'look', 'export', 'sign-in', 'erasure', 'door'));
`;
