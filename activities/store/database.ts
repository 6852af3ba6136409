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
 * The same of a statement that runs again and again: each connection plans it once. The statement
 * itself must be one of a few, for every connection keeps each of them.
 */
export async function preparedRowsOf<Row extends object>(
  db: Database,
  statement: string,
  bindings: Readonly<Record<string, unknown>>,
): Promise<readonly Row[]> {
  const { rows } = await db
    .raw<{ rows: Row[] }>(statement, bindings as Knex.ValueDict)
    .options({ name: nameOf(statement) });
  return rows;
}

const names = new Map<string, string>();

/** The name under which connections of this process know a statement. */
function nameOf(statement: string): string {
  const name = names.get(statement) ?? `mayday_${names.size + 1}`;
  names.set(statement, name);
  return name;
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

/** The first row of a prepared statement, or null where there is none. */
export async function preparedRowOf<Row extends object>(
  db: Database,
  statement: string,
  bindings: Readonly<Record<string, unknown>>,
): Promise<Row | null> {
  const [row] = await preparedRowsOf<Row>(db, statement, bindings);
  return row ?? null;
}
