import knex, { type Knex } from 'knex';

/** A connection pool, or a transaction of it. */
export type Database = Knex;

/** Opens a pool on a Postgres URL; whoever opens it closes it with `destroy()`. */
export function openDatabase(url: string, connections = 10): Database {
  return knex({
    client: 'pg',
    connection: { connectionString: url, application_name: 'mayday' },
    pool: { min: 0, max: connections },
    acquireConnectionTimeout: 5_000,
    // What it would print among our own lines is thrown as well, to whoever asked.
    log: { warn: () => undefined },
  });
}

/** The rows of a statement with named bindings (`:name`). */
export async function rowsOf<Row extends object>(
  db: Database,
  statement: string,
  bindings: Readonly<Record<string, unknown>> = {},
): Promise<readonly Row[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(statement, bindings as Knex.ValueDict);
  return rows;
}

/**
 * The same of a statement that runs with every command: each connection plans it once, under a name
 * that no other statement has.
 */
export async function preparedRowsOf<Row extends object>(
  db: Database,
  name: string,
  statement: string,
  bindings: Readonly<Record<string, unknown>>,
): Promise<readonly Row[]> {
  const { rows } = await db
    .raw<{ rows: Row[] }>(statement, bindings as Knex.ValueDict)
    .options({ name });
  return rows;
}

/** The first row of a statement, or null where there is none. */
export async function rowOf<Row extends object>(
  db: Database,
  statement: string,
  bindings: Readonly<Record<string, unknown>> = {},
): Promise<Row | null> {
  const [row] = await rowsOf<Row>(db, statement, bindings);
  return row ?? null;
}
