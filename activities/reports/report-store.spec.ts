import { eraseSession } from '../audit/erase-session.js';
import { rowsOf } from '../store/database.js';
import type { TestDatabase } from '../store/database-testing.js';
import { dayStates } from './days/day-state.js';
import { keepDays } from './days/keep-days.js';
import { end, seeded, someRequest } from './days/random-request-testing.js';
import { addEndedSessions, month } from './days/random-world-testing.js';
import { toldSession } from './days/told-session-testing.js';
import { reportBySql } from './report-by-sql-testing.js';
import type { ReportStore } from './report-store.js';
import { openReportWorld } from './report-world-testing.js';

describe('A report of days that are kept', () => {
  let database: TestDatabase;
  let reports: ReportStore;
  const chance = seeded(20_261_126);

  beforeAll(async () => {
    ({ database, reports } = await openReportWorld(chance));
  }, 60_000);
  afterAll(() => database.drop());

  /** Asks many reports of every kind, and compares each with what statements over all rows come to. */
  async function expectSame(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const request = someRequest(chance);
      const [made, bySql] = [
        await reports.report(request),
        await database.app.transaction((tx) => reportBySql(tx, request)),
      ];
      expect(JSON.stringify({ ...made, names: undefined }))
        .withContext(JSON.stringify(request))
        .toBe(JSON.stringify(bySql));
    }
  }

  const keptDays = async () => {
    const period = { from: new Date(month.from), to: end, cutoff: end };
    return (await dayStates(database.app, period)).filter(({ isKept }) => isKept).length;
  };
  const keep = () => keepDays(database.app, new Date(month.from), end);

  it('is the same to the byte as the one of rows alone', async () => {
    await expectSame(20);
    expect(await keptDays()).toBe(0);
    expect(await keep()).toBe(month.days);
    expect(await keptDays()).toBe(month.days);
    expect(await keep())
      .withContext('nothing is made twice')
      .toBe(0);
    await expectSame(40);
  }, 60_000);

  it('never is of a page that is not right any more', async () => {
    await keep();
    await addEndedSessions(database.owner, 3, chance);
    expect(await keptDays()).toBeLessThan(month.days);
    await expectSame(20);
    for (const statement of changes) {
      await keep();
      await rowsOf(database.owner, statement);
      expect(await keptDays())
        .withContext(statement)
        .toBe(month.days - 1);
      await expectSame(6);
    }
    await keep();
    expect(await keptDays()).toBe(month.days);
    await expectSame(20);
  }, 60_000);

  it('leaves none out of which an earlier version wrote no facts down', async () => {
    const { id } = await toldSession(database.app, chance);
    await keep();
    await rowsOf(database.owner, 'delete from session_facts where session_id = :id', { id });
    await expectSame(20);
    await keep();
    await expectSame(20);
  }, 60_000);

  it('stays the same when the words of its sessions are erased', async () => {
    const request = { ...someRequest(chance), ...everything };
    await keep();
    const before = await reports.report(request);
    const ended = await rowsOf<{ id: string }>(
      database.app,
      `select id from sessions where state = 'closed' and sequence <> 9`,
    );
    expect(ended.length).toBeGreaterThan(3);
    for (const { id } of ended) {
      await database.app.transaction((tx) => eraseSession(tx, id, 'session', doing));
    }
    expect(await keptDays()).toBe(month.days);
    expect(await reports.report(request)).toEqual(before);
  }, 30_000);
});

const doing = { actor: { kind: 'desk', rule: 'retention' }, action: null, revision: null } as const;

const everything = {
  ...{ from: new Date(month.from), to: end, cutoff: end },
  ...{ channels: ['finance', 'general', 'stores'] },
  ...{ group: null, technician: null, customer: null, priority: null },
} as const;

/** What may happen to one session of a day after its page was made. */
const changes = [
  `update session_facts set superseded_at = settled_at + interval '1 minute'
   where ctid = (select ctid from session_facts where superseded_at is null limit 1)`,
  `insert into session_answers (session_id, at, requested_at, score)
   select id, ended_at + interval '9 days', requested_at, 3 from sessions
   where ended_at is not null and requested_at < '2026-03-31' order by id limit 1`,
  `update session_answers set superseded_at = at + interval '30 days'
   where ctid = (select ctid from session_answers where superseded_at is null limit 1)`,
  `delete from session_facts where ctid = (select ctid from session_facts limit 1)`,
];
