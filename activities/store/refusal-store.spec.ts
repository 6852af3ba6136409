import { rowsOf } from './database.js';
import { makeTestDatabase, type TestDatabase } from './database-testing.js';
import { RefusalStore } from './refusal-store.js';

describe('The store of refusals by policy', () => {
  let database: TestDatabase;
  let refusals: RefusalStore;

  beforeAll(async () => {
    database = await makeTestDatabase();
    refusals = new RefusalStore(database.app);
  });
  afterAll(() => database.drop());

  const refused = (technician: string, action = 'session.close') =>
    refusals.note({
      technician,
      action,
      channel: 'general',
      revision: 'a-revision',
      address: '192.0.2.7',
    });

  const gathered = (technician: string) =>
    rowsOf<{ action: string; times: number }>(
      database.app,
      `select action, sum(times)::int as times from refusals
       where technician = :technician group by action order by action`,
      { technician },
    );

  it('counts what one person tries again and again in one row a minute', async () => {
    await Promise.all(Array.from({ length: 40 }, () => refused('ana')));
    const [row] = await gathered('ana');
    expect(row).toEqual(jasmine.objectContaining({ action: 'session.close', times: 40 }));
    const rows = await rowsOf(database.app, "select from refusals where technician = 'ana'");
    expect(rows.length).toBeLessThanOrEqual(2); // The minute may change in between.
  });

  it('tells people and actions apart', async () => {
    await refused('bruno');
    await refused('bruno', 'session.transfer');
    await refused('carla');
    expect((await gathered('bruno')).map(({ action }) => action)).toEqual([
      'session.close',
      'session.transfer',
    ]);
    expect((await gathered('carla')).map(({ times }) => times)).toEqual([1]);
  });
});
