import type { Knex } from 'knex';

/** What the directory knows of channels, people and groups beside their names, who asks for help, and what tells of changes. */
export async function up(db: Knex): Promise<void> {
  await db.raw(channels);
  await db.raw(staff);
  await db.raw(requesters);
  await db.raw(versions);
}

const channels = `
  alter table channels
    add column department text check (length(department) between 1 and 120),
    add column description text check (length(description) between 1 and 1000),
    add column is_default boolean not null default false,
    add column created_at timestamptz not null default clock_timestamp(),
    add column deleted_at timestamptz,
    add constraint channel_name check (name = btrim(name) and length(name) between 1 and 64),
    add constraint default_channel_stays check (not (is_default and deleted_at is not null));
  update channels set is_default = true
    where key = (select key from channels order by key <> 'general', key limit 1);
  create unique index one_default_channel on channels (is_default) where is_default;
  create unique index channel_names on channels (lower(name)) where deleted_at is null;
  alter table channel_terms
    add column code_lifetime_ms integer not null default 600000
      check (code_lifetime_ms between 60000 and 3600000),
    add column askable_scopes text[] not null default '{view,control,files,clipboard,record}'
      check (askable_scopes <@ '{view,control,files,clipboard,record}' and 'view' = any(askable_scopes)),
    add constraint link_lifetime_on_offer check (link_lifetime_ms in
      (1800000, 3600000, 14400000, 28800000, 86400000, 259200000, 604800000));
  grant insert, update on channels, channel_terms to mayday_app;
`;

// What comes from sign-in is taken away by sign-in; what a person gave stays until a person takes it.
const staff = `
  alter table technicians
    add column availability text not null default 'available'
      check (availability in ('available', 'away')),
    add column capacity integer not null default 5 check (capacity between 1 and 100),
    add column skills text[] not null default '{}' check (cardinality(skills) <= 50),
    add column languages text[] not null default '{}' check (cardinality(languages) <= 20),
    add column subject text unique,
    add column created_at timestamptz not null default clock_timestamp(),
    add column last_sign_in_at timestamptz;
  create unique index technicians_by_address on technicians (lower(address))
    where address is not null;
  alter table groups
    add column kind text not null default 'skill'
      check (kind in ('customer', 'experience', 'skill')),
    add column level integer check (level between 1 and 9);
  create unique index group_names on groups (lower(name));
  alter table group_members
    add column source text not null default 'person' check (source in ('person', 'sign-in'));
  create index groups_of_technician on group_members (technician);
  alter table role_assignments
    add column source text not null default 'person' check (source in ('person', 'sign-in'));
  create index roles_of_holder on role_assignments (holder_kind, holder);
  create index roles_in_place on role_assignments (place);
  grant insert, update on technicians to mayday_app;
  grant insert, update, delete on groups, group_members, role_assignments, switches to mayday_app;
`;

const requesters = `
  create table customers (
    key text primary key check (key ~ '^[a-z0-9][a-z0-9-]*$'),
    name text not null check (name = btrim(name) and length(name) between 1 and 120),
    created_at timestamptz not null default clock_timestamp()
  );
  create unique index customer_names on customers (lower(name));
  create table requesters (
    id uuid primary key,
    name text not null check (name = btrim(name) and length(name) between 1 and 200),
    address text check (length(address) between 3 and 320),
    language text,
    customer text references customers,
    department text check (length(department) between 1 and 120),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp()
  );
  create unique index requesters_by_address on requesters (lower(address))
    where address is not null;
  create index requesters_by_name on requesters (lower(name), id);
  create index requesters_of_customer on requesters (customer, lower(name), id);
  grant select, insert, update, delete on customers, requesters to mayday_app;
`;

// One row: whoever looks for changes reads it instead of the whole organisation, and whoever changes
// the directory takes its lock first, so that changes come one after the other.
const versions = `
  create table directory_versions (
    only_row boolean primary key default true check (only_row),
    organisation bigint not null default 1,
    channels bigint not null default 1,
    groups bigint not null default 1,
    technicians bigint not null default 1,
    requesters bigint not null default 1
  );
  insert into directory_versions default values;
  grant select, update on directory_versions to mayday_app;

  create function note_directory_change() returns trigger language plpgsql as $$
  declare
    part text := tg_argv[0];
    counts integer := (tg_argv[1] = 'organisation')::integer;
  begin
    update directory_versions set
      organisation = organisation + counts,
      channels = channels + (part = 'channels')::integer,
      groups = groups + (part = 'groups')::integer,
      technicians = technicians + (part = 'technicians')::integer;
    return null;
  end $$;

  create trigger note_change after insert or update or delete on channels
    for each statement execute function note_directory_change('channels', 'organisation');
  create trigger note_change after insert or update or delete on channel_terms
    for each statement execute function note_directory_change('channels', '');
  create trigger note_change after insert or update or delete on groups
    for each statement execute function note_directory_change('groups', 'organisation');
  create trigger note_change after insert or update or delete on group_members
    for each statement execute function note_directory_change('groups', 'organisation');
  create trigger note_change after insert or delete or update of name, disabled on technicians
    for each statement execute function note_directory_change('technicians', 'organisation');
  create trigger note_more after update of address, language, availability, capacity, skills,
      languages, subject on technicians
    for each statement execute function note_directory_change('technicians', '');
  create trigger note_change after insert or update or delete on role_assignments
    for each statement execute function note_directory_change('technicians', 'organisation');
  create trigger note_change after insert or update or delete on switches
    for each statement execute function note_directory_change('technicians', 'organisation');
`;
