import pg from 'pg';
import type { House } from '../../deploy/supervisor/house.js';
import { superUrl } from '../../deploy/supervisor/parts/postgres.js';

/** Statements that the desk's own processes had carried out. */
export interface Statements {
  /** All of them. */
  readonly all: number;
  /** Those that read what has changed. */
  readonly ofFeed: number;
}

/** Counts what Postgres carries out for the desk; for this a house's Postgres is started once more. */
export class StatementCount {
  readonly #pool: pg.Pool;

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  static async begin(house: House): Promise<StatementCount> {
    const { port, pathname } = new URL(house.environment['DATABASE_URL'] ?? '');
    const server = new URL(superUrl(Number(port), house.secrets.POSTGRES_PASSWORD));
    await once(server, `alter system set shared_preload_libraries = 'pg_stat_statements'`);
    await house.kill('postgres', 'SIGINT');
    await house.whenReady('postgres');
    server.pathname = pathname;
    const pool = new pg.Pool({ connectionString: server.href, max: 1 });
    pool.on('error', () => undefined); // The server may end before this idle connection has.
    await pool.query('create extension pg_stat_statements');
    return new StatementCount(pool);
  }

  async soFar(): Promise<Statements> {
    const { rows } = await this.#pool.query<Statements>(counting);
    return rows[0] ?? { all: 0, ofFeed: 0 };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

async function once(server: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const counting = `
  select coalesce(sum(calls), 0)::int as all,
    coalesce(sum(calls) filter (where query like '%from feed f join sessions s%'), 0)::int
      as "ofFeed"
  from pg_stat_statements s join pg_roles r on r.oid = s.userid
  where r.rolname = 'mayday_app'
`;
