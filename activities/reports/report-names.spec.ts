import { rowsOf } from '../store/database.js';
import type { TestDatabase } from '../store/database-testing.js';
import { end, seeded } from './days/random-request-testing.js';
import { month } from './days/random-world-testing.js';
import type { ReportRequest } from './report-request.js';
import type { ReportStore } from './report-store.js';
import { openReportWorld } from './report-world-testing.js';

const day = 86_400_000;

describe('The names in a report', () => {
  let database: TestDatabase;
  let reports: ReportStore;

  beforeAll(async () => {
    ({ database, reports } = await openReportWorld(seeded(20_261_127)));
  }, 60_000);
  afterAll(() => database.drop());

  const byChannel: ReportRequest = {
    ...{ from: new Date(month.from), to: end, cutoff: end, zone: 'UTC', by: 'channel' },
    ...{ channels: ['finance', 'general', 'stores'] },
    ...{ group: null, technician: null, customer: null, priority: null },
  };
  const until = (cutoff: Date): ReportRequest => ({ ...byChannel, to: cutoff, cutoff });
  const owner = (statement: string, values = {}) => rowsOf(database.owner, statement, values);

  it('are those of all that it speaks of by key, and of nothing else', async () => {
    const byGroup = await reports.report({ ...byChannel, by: 'group' });
    expect(byGroup.names.channel).toEqual({
      ...{ finance: 'Finance', general: 'General', stores: 'Stores' },
    });
    // The world has sessions of a group, too, that this desk never had.
    expect(byGroup.parts.map(({ key }) => key)).toEqual(['level-1', 'mac', null]);
    expect(byGroup.names.group).toEqual({ 'level-1': 'Level 1' });
    const people = byGroup.handling.map(({ key }) => key);
    expect(Object.keys(byGroup.names.technician)).toEqual(people);
    expect(byGroup.names.customer).toEqual({});
  });

  it('stay those of the cut-off when things are renamed and deleted after it', async () => {
    const before = await reports.report(byChannel);
    await owner(`update channels set name = 'Money' where key = 'finance'`);
    await owner(`update technicians set name = upper(name)`);
    expect(await reports.report(byChannel)).toEqual(before);
    // As if it had been called so from a day before the end on.
    const renamed = { from: byChannel.from, since: new Date(end.getTime() - day) };
    await owner(`update names set since = :from where name = 'Finance'`, renamed);
    await owner(`update names set since = :since where name = 'Money'`, renamed);
    await owner(`update channels set name = 'Cash' where key = 'finance'`);
    expect((await reports.report(byChannel)).names.channel).toEqual({
      ...{ finance: 'Money', general: 'General', stores: 'Stores' },
    });
    const earlier = await reports.report(until(new Date(end.getTime() - 2 * day)));
    expect(earlier.names.channel['finance']).toBe('Finance');
  });

  it('are those that were given last, whichever transaction began first', async () => {
    await database.owner.transaction(async (early) => {
      await owner(`update channels set name = 'Shops' where key = 'stores'`);
      await rowsOf(early, `update channels set name = 'Warehouses' where key = 'stores'`);
    });
    const tomorrow = new Date(Date.now() + day);
    const { names } = await reports.report({ ...byChannel, cutoff: tomorrow });
    expect(names.channel['stores']).toBe('Warehouses');
  });

  it('are not told to who asks for a key that had no session', async () => {
    const nobody = { ...byChannel, customer: 'contoso', technician: 'ivan', group: 'level-1' };
    const { all, names } = await reports.report(nobody);
    expect(all.sessions).toBe(0);
    expect([names.customer, names.technician, names.group]).toEqual([{}, {}, {}]);
  });

  it('of before are changed by nobody who works for the desk', async () => {
    for (const statement of [
      `update names set name = 'x'`,
      `delete from names`,
      `insert into names (kind, key, since, name) values ('group', 'level-1', now(), 'x')`,
    ]) {
      await expectAsync(rowsOf(database.app, statement))
        .withContext(statement)
        .toBeRejectedWithError(/permission denied/);
    }
  });
});
