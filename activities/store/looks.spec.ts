import { ChannelStore } from '../directory/channel-store.js';
import { channelSettings, doer } from '../directory/directory-testing.js';
import { DirectoryWriter } from '../directory/directory-writer.js';
import { migrateDatabase } from './migrate-database.js';
import { steps } from './migrations/all.js';
import { makeEmptyDatabase, type TestDatabase } from './database-testing.js';
import { rowsOf } from './database.js';

const before = steps.slice(
  0,
  steps.findIndex(({ name }) => name === '0017-looks'),
);

describe('A desk whose names were alike before names had looks', () => {
  let database: TestDatabase;
  let channels: ChannelStore;

  beforeAll(async () => {
    database = await makeEmptyDatabase();
    await migrateDatabase(database.owner, before);
    await rowsOf(database.owner, twins);
    await migrateDatabase(database.owner);
    const writer = new DirectoryWriter(database.app, { ring: () => undefined });
    channels = new ChannelStore(database.app, writer, { channels: 500 });
  }, 60_000);

  afterAll(async () => {
    await database.drop();
  });

  const names = async (table: string): Promise<readonly string[]> =>
    (await rowsOf<{ name: string }>(database.app, `select name from ${table} order by key`)).map(
      ({ name }) => name,
    );

  it('starts, and every one keeps its name', async () => {
    expect(await names('channels')).toEqual(['Finance', 'Ｆｉｎａｎｃｅ', 'FINANCE\u2800']);
    expect(await names('groups')).toEqual(['Tills', 'Ｔills', 'Ｔills２']);
    expect(await names('customers')).toEqual(['Adatum', 'Ａdatum']);
  });

  it('lets each be changed in everything but into a name that is taken', async () => {
    const second = await channels.find('b');
    if (!second) throw new Error('There is no such channel.');
    await channels.update(doer('channel.configure'), 'b', { ...second, codeLifetimeMs: 300_000 });
    const taken = jasmine.objectContaining({ code: 'name-taken', other: 'Finance' });
    await expectAsync(
      channels.update(doer('channel.configure'), 'b', { ...second, name: 'ﬁnance' }),
    ).toBeRejectedWith(taken);
    await channels.update(doer('channel.configure'), 'b', { ...second, name: 'Money' });
    await channels.update(doer('channel.configure'), 'a', { ...second, name: 'Treasury' });
    // The third is still called so, whatever the database made of its look.
    const create = channels.create(doer('channel.create'), { ...channelSettings, name: 'Finance' });
    await expectAsync(create).toBeRejectedWith(
      jasmine.objectContaining({ code: 'name-taken', other: 'FINANCE\u2800' }),
    );
  });

  it('takes no further twin, whoever writes it', async () => {
    await expectAsync(
      rowsOf(database.owner, "insert into customers (key, name) values ('z', 'ADATUM')"),
    ).toBeRejected();
  });
});

const twins = `
  with made as (
    insert into channels (key, name, is_default) values
      ('a', 'Finance', true), ('b', 'Ｆｉｎａｎｃｅ', false), ('c', 'FINANCE\u2800', false)
    returning key
  )
  insert into channel_terms (channel, reconnect_grace_ms, consent_timeout_ms, reopen_window_ms,
    link_lifetime_ms)
  select key, 60000, 30000, 604800000, 28800000 from made;
  insert into groups (key, name) values ('a', 'Tills'), ('b', 'Ｔills'), ('c', 'Ｔills２');
  insert into customers (key, name) values ('a', 'Adatum'), ('b', 'Ａdatum');
`;
