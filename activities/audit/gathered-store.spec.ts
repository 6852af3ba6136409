import { rowOf, rowsOf } from '../store/database.js';
import { makeTestDatabase, type TestDatabase } from '../store/database-testing.js';
import { gather } from './gather.js';
import { GatheredStore, type Happening } from './gathered-store.js';

describe('What is gathered for the audit', () => {
  let database: TestDatabase;
  let store: GatheredStore;

  beforeAll(async () => {
    database = await makeTestDatabase();
    store = new GatheredStore(database.app);
  });
  afterAll(() => database.drop());

  const refused = (technician: string, given: Partial<Happening> = {}) =>
    store.note({
      kind: 'refusal',
      actor: { kind: 'technician', key: technician },
      subject: { kind: 'technician', key: technician },
      what: { action: 'session.close', channel: 'general' },
      revision: 'a-revision',
      address: '192.0.2.7',
      ...given,
    });

  /** Gathers as if the minute were over. */
  async function gathered(): Promise<number> {
    await database.owner.raw(`update gathered set minute = minute - interval '2 minutes'`);
    return gather(database.app);
  }

  it('counts what one person tries again and again in one row a minute', async () => {
    await Promise.all(Array.from({ length: 40 }, () => refused('ana')));
    const rows = await rowsOf<{ times: number }>(database.app, 'select times from gathered');
    expect(rows.length).toBeLessThanOrEqual(2); // The minute may change in between.
    expect(rows.reduce((sum, { times }) => sum + times, 0)).toBe(40);
    expect(await gather(database.app)).toBeLessThanOrEqual(1);
    await gathered();
  });

  it('becomes one entry a person, with all that it was and from where', async () => {
    await refused('bruno');
    await refused('bruno', { what: { action: 'session.transfer', channel: 'general' } });
    await refused('bruno', { address: '192.0.2.8' });
    await refused('carla');
    expect(await gathered()).toBe(2);
    const entry = await rowOf<{ data: { gathered: unknown[] }; revision: string; texts: string[] }>(
      database.app,
      `select data, revision, (select array_agg(text) from personal_texts t
         where t.subject_key = e.subject_key) as texts
       from audit_entries e where kind = 'refusal' and subject_key = 'bruno'`,
    );
    expect(entry?.data.gathered).toEqual([
      { action: 'session.close', channel: 'general', revision: 'a-revision', times: 2 },
      { action: 'session.transfer', channel: 'general', revision: 'a-revision', times: 1 },
    ]);
    expect(entry?.revision).toBe('a-revision');
    expect(entry?.texts).toEqual(['192.0.2.7 192.0.2.8']);
    expect(await gathered()).toBe(0);
  });

  it('keeps what strangers call themselves apart, and not more of it than anybody reads', async () => {
    for (let one = 0; one < 60; one += 1) {
      await refused('door', { name: `mallory-${one}`, address: `198.51.100.${one}` });
    }
    await gathered();
    const texts = await rowsOf<{ text: string }>(
      database.app,
      `select text from personal_texts where subject_key = 'door' order by text`,
    );
    const [addresses = '', names = ''] = texts.map(({ text }) => text);
    expect(addresses.split(' ').length).toBe(50);
    expect(names).toContain('mallory-7');
    const entry = await rowOf<{ data: { gathered: { times: number }[] } }>(
      database.app,
      `select data from audit_entries where subject_key = 'door'`,
    );
    expect(JSON.stringify(entry)).not.toContain('mallory');
    expect(entry?.data.gathered.map(({ times }) => times)).toEqual([60]);
  });
});
