import type { Knex } from 'knex';

/** Every subject's entries in a hash chain, the log over all of them, and no way to change either. */
export async function up(db: Knex): Promise<void> {
  await db.raw(chains);
  await db.raw(apart);
  await db.raw(log);
  await db.raw(refusals);
  await db.raw(appendOnly);
}

// Entries from before have no position: nothing that was written without a chain is put into one later.
const chains = `
  alter table audit_entries
    add position integer check (position > 0),
    add previous bytea check (length(previous) = 32),
    add hash bytea check (length(hash) = 32),
    add constraint chained check ((position is null) = (hash is null)),
    add constraint first_has_no_previous check (
      position is null or (previous is null) = (position = 1)),
    add constraint one_at_each_position unique (subject_kind, subject_key, position);
  alter table sessions
    add chain_position integer not null default 0,
    add chain_hash bytea;
  create table audit_chains (
    subject_kind text not null,
    subject_key text not null,
    position integer not null default 0,
    hash bytea,
    primary key (subject_kind, subject_key)
  ) with (fillfactor = 70);
  create table audit_unsealed (
    entry_id bigint not null,
    hash bytea not null
  );
  alter table messages add salt bytea;
  grant select, insert, update on audit_chains to mayday_app;
  grant select, insert, delete on audit_unsealed to mayday_app;
  grant delete on messages to mayday_app;
`;

// What earlier events say of people moves to where it can be erased.
const apart = `
  create temporary table moved on commit drop as
    select session_id, sequence, path, decode(replace(gen_random_uuid()::text, '-', ''), 'hex') as salt,
      data #>> path as text
    from session_events, (values
      ('requested', array['subject']), ('requested', array['requester', 'name']),
      ('requested', array['requester', 'address']), ('transferred', array['note']), ('transfer-offered', array['note']),
      ('escalated', array['reason']), ('closed', array['remark'])
    ) as personal (type, path)
    where session_events.type = personal.type and jsonb_typeof(data #> path) = 'string';
  alter table moved add digest bytea;
  update moved set digest = sha256(salt || convert_to(text, 'UTF8'));
  insert into personal_texts (subject_kind, subject_key, digest, salt, text)
    select 'session', session_id::text, digest, salt, text from moved;
  do $$
    declare one record;
    begin
      for one in select * from moved loop
        update session_events
        set data = jsonb_set(data, one.path, jsonb_build_object('text', encode(one.digest, 'hex')))
        where session_id = one.session_id and sequence = one.sequence;
      end loop;
    end
  $$;
`;

const log = `
  create table audit_leaves (
    leaf bigint primary key check (leaf >= 0),
    entry_id bigint not null unique references audit_entries,
    hash bytea not null check (length(hash) = 32)
  );
  create table audit_nodes (
    level smallint not null check (level > 0),
    index bigint not null check (index >= 0),
    hash bytea not null check (length(hash) = 32),
    primary key (level, index)
  );
  create table audit_keys (
    id text primary key,
    public_key text not null,
    from_size bigint not null check (from_size >= 0),
    at timestamptz not null,
    handed_over_by text references audit_keys,
    signature text,
    check ((handed_over_by is null) = (signature is null))
  );
  create table audit_heads (
    id bigint generated always as identity primary key,
    size bigint not null check (size >= 0),
    root bytea not null check (length(root) = 32),
    at timestamptz not null,
    key text not null references audit_keys,
    signature text not null
  );
  create index audit_heads_by_size on audit_heads (size, id);
  grant select, insert on audit_leaves, audit_nodes, audit_keys, audit_heads to mayday_app;
`;

const refusals = `
  alter table refusals add addresses text[] not null default '{}';
  grant delete on refusals to mayday_app;
`;

// The application has no right to do these anyway; this keeps the owner from doing them by mistake.
const appendOnly = `
  create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'The record only grows: % of % is refused.', lower(tg_op), tg_table_name
        using errcode = 'insufficient_privilege';
    end
  $$;
  do $$
    declare one text;
    begin
      foreach one in array array['session_events', 'session_commands', 'audit_entries',
          'audit_leaves', 'audit_nodes', 'audit_keys', 'audit_heads'] loop
        execute format('create trigger only_grows before update or delete or truncate on %I
          for each statement execute function refuse_change()', one);
      end loop;
    end
  $$;
`;
