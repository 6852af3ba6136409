import type { Knex } from 'knex';

/** What channels, groups, technicians and customers are called, and were called before. */
export async function up(db: Knex): Promise<void> {
  await db.raw(names);
  await db.raw(noting);
}

// A row stays when what it names is renamed or deleted: a report of last year is by the names of then.
const names = `
  create table names (
    kind text not null check (kind in ('channel', 'group', 'technician', 'customer')),
    key text not null,
    since timestamptz not null,
    name text not null,
    primary key (kind, key, since)
  );
  insert into names (kind, key, since, name)
    select 'channel', key, now(), coalesce(name, key) from channels union all
    select 'group', key, now(), coalesce(name, key) from groups union all
    select 'technician', key, now(), name from technicians union all
    select 'customer', key, now(), name from customers;
  grant select on names to mayday_app;
`;

// As the owner, so that the application can add a name by giving one, and change none of before. By the
// clock and not by the beginning of its transaction: of two that wait for each other the later one counts.
const noting = `
  create function note_name() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tg_op = 'UPDATE' and new.name is not distinct from old.name then return null; end if;
    insert into names (kind, key, since, name)
      values (tg_argv[0], new.key, clock_timestamp(), coalesce(new.name, new.key))
      on conflict (kind, key, since) do update set name = excluded.name;
    return null;
  end $$;

  create trigger note_name after insert or update of name on channels
    for each row execute function note_name('channel');
  create trigger note_name after insert or update of name on groups
    for each row execute function note_name('group');
  create trigger note_name after insert or update of name on technicians
    for each row execute function note_name('technician');
  create trigger note_name after insert or update of name on customers
    for each row execute function note_name('customer');
`;
