import type { Knex } from 'knex';

/** Channels, people, groups, roles and switches: the organisation as the desk knows it. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table channels (
      key text primary key check (key ~ '^[a-z0-9][a-z0-9-]*$'),
      name text not null
    );
    create table channel_terms (
      channel text primary key references channels on delete cascade,
      reconnect_grace_ms integer not null check (reconnect_grace_ms > 0),
      consent_timeout_ms integer not null check (consent_timeout_ms > 0),
      reopen_window_ms bigint not null check (reopen_window_ms >= 0),
      link_lifetime_ms bigint not null check (link_lifetime_ms > 0)
    );
    create table technicians (
      key text primary key check (key ~ '^[a-z0-9][a-z0-9-]*$'),
      name text not null,
      address text,
      language text,
      disabled boolean not null default false
    );
    create table groups (
      key text primary key check (key ~ '^[a-z0-9][a-z0-9-]*$'),
      name text
    );
    create table group_members (
      "group" text not null references groups on delete cascade,
      technician text not null references technicians on delete cascade,
      primary key ("group", technician)
    );
    create table role_assignments (
      role text not null,
      holder_kind text not null check (holder_kind in ('technician', 'group')),
      holder text not null,
      place text not null,
      primary key (role, holder_kind, holder, place)
    );
    create table switches (
      target_kind text not null check (target_kind in ('role', 'group', 'technician')),
      target text not null,
      action text not null,
      setting text not null check (setting in ('on', 'off', 'default')),
      primary key (target_kind, target, action)
    );
    grant select on channels, channel_terms, technicians, groups, group_members,
      role_assignments, switches to mayday_app;
  `);
}
