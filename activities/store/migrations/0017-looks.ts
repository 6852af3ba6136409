import type { Knex } from 'knex';
import { lookOf } from '../../../workflows/domain/look-of-name.js';
import { rowsOf } from '../database.js';

/**
 * Names that are unique are so by what they look like. Of those that were alike before, the first has the
 * look; each other keeps its name, with a look of its own: the same, and its key on a second line.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(columns);
  for (const names of unique) await giveLooks(db, names);
  await db.raw(indexes);
}

/** Where names are unique, within what, and which row comes first. */
interface UniqueNames {
  readonly table: string;
  readonly key: string;
  readonly within: string;
  readonly alive: string;
  readonly order: string;
}

const unique: readonly UniqueNames[] = [
  {
    ...{ table: 'channels', key: 'key', within: "''", alive: 'deleted_at is null' },
    order: 'is_default desc, created_at, key',
  },
  { table: 'customers', key: 'key', within: "''", alive: 'true', order: 'created_at, key' },
  { table: 'groups', key: 'key', within: "''", alive: 'name is not null', order: 'key' },
  {
    ...{ table: 'sos_calls', key: 'id::text', within: 'channel', alive: 'deleted_at is null' },
    order: 'created_at, id',
  },
];

// A row that somebody writes by hand has no look, and counts by its small letters.
const columns = `
  drop index channel_names, customer_names, group_names, sos_calls_by_name;
  alter table channels add look text;
  alter table customers add look text;
  alter table groups add look text;
  alter table sos_calls add look text;
`;

const indexes = `
  create unique index channel_names on channels (coalesce(look, lower(name)))
    where deleted_at is null;
  create unique index customer_names on customers (coalesce(look, lower(name)));
  create unique index group_names on groups (coalesce(look, lower(name)));
  create unique index sos_calls_by_name on sos_calls (channel, coalesce(look, lower(name)))
    where deleted_at is null;
`;

async function giveLooks(
  db: Knex,
  { table, key, within, alive, order }: UniqueNames,
): Promise<void> {
  const rows = await rowsOf<{ key: string; within: string; name: string }>(
    db,
    `select ${key} as key, ${within} as within, name from ${table} where ${alive} order by ${order}`,
  );
  const taken = new Set<string>();
  const looks = rows.map((row) => {
    const look = lookOf(row.name);
    const place = JSON.stringify([row.within, look]);
    const given = { key: row.key, look: taken.has(place) ? `${look}\n${row.key}` : look };
    taken.add(place);
    return given;
  });
  await rowsOf(
    db,
    `update ${table} named set look = given.look
     from jsonb_to_recordset(cast(:looks as jsonb)) as given (key text, look text)
     where named.${key} = given.key`,
    { looks: JSON.stringify(looks) },
  );
}
