import pg from 'pg';
import { rowOf } from '../../activities/store/database.js';
import { makeTestDatabase, type TestDatabase } from '../../activities/store/database-testing.js';
import { proveRows } from '../../activities/record/prove-rows.js';
import { makeSessions, type SessionOrder } from './make-sessions.js';

const cast = { channels: { general: ['ana', 'bruno'], finance: ['elena'] } };
const day = 86_400_000;

describe('Sessions in bulk', () => {
  let database: TestDatabase;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await makeTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 2 });
    const now = Date.now();
    await make({ count: 400, kind: 'ended', from: now - 300 * day, to: now - day });
    await make({ count: 100, kind: 'open', from: now - day, to: now, seed: 2 });
  });

  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const make = (order: Omit<SessionOrder, 'cast' | 'withEvents'>) =>
    makeSessions(pool, { cast, withEvents: true, ...order });

  it('are as many as were ordered, ended and open', async () => {
    const found = await rowOf<{ ended: number; open: number }>(
      database.app,
      `select count(ended_at)::int as ended, count(*)::int - count(ended_at)::int as open
       from sessions`,
    );
    expect(found).toEqual({ ended: 400, open: 100 });
  });

  it('are each the fold of their events', async () => {
    const { damaged, next } = await proveRows(database.app, null, 1_000);
    expect(damaged).toEqual([]);
    expect(next).toBeNull();
  });

  it('end in every way there is', async () => {
    const found = await rowOf<{ states: readonly string[]; outcomes: readonly string[] }>(
      database.app,
      `select array_agg(distinct state order by state) as states,
         array_agg(distinct document #>> '{ending,outcome}' order by document #>> '{ending,outcome}')
           filter (where document #>> '{ending,outcome}' is not null) as outcomes
       from sessions`,
    );
    expect(found?.states).toEqual(['closed', 'expired', 'ready', 'waiting']);
    expect(found?.outcomes).toEqual(['abandoned', 'solved', 'unsolved', 'withdrawn']);
  });
});
