import type { TestDatabase } from '../store/database-testing.js';
import { keepDays } from './days/keep-days.js';
import { end, seeded, someRequest } from './days/random-request-testing.js';
import { type Chance, month, oneOf } from './days/random-world-testing.js';
import type { Figure } from './figure.js';
import { figureBySql } from './figure-by-sql-testing.js';
import type { ReportRequest } from './report-request.js';
import type { ReportStore } from './report-store.js';
import { openReportWorld } from './report-world-testing.js';
import { measureNames } from './sla-report.js';

describe('The sessions behind a figure', () => {
  let database: TestDatabase;
  let reports: ReportStore;
  const chance = seeded(20_261_127);

  beforeAll(async () => {
    ({ database, reports } = await openReportWorld(chance));
  }, 60_000);
  afterAll(() => database.drop());

  /** Asks for figures at random; tells how many lists had sessions in them. */
  async function expectSame(times: number): Promise<number> {
    let lists = 0;
    for (let time = 0; time < times; time += 1) {
      const [request, figure] = [someRequest(chance), someFigure(chance)];
      const skip = chance() < 0.2 ? Math.floor(chance() * 100) : 0;
      const [made, bySql] = [
        await reports.sessions(request, figure, skip),
        await figureBySql(database.app, request, figure, skip),
      ];
      expect(made.sessions)
        .withContext(JSON.stringify({ request, figure, skip }))
        .toEqual(bySql.sessions);
      if (bySql.sessions.length === 0) continue;
      expect(made.total).toBe(bySql.total);
      lists += 1;
    }
    return lists;
  }

  it('are those of a statement over all rows, in its order, with days kept or not', async () => {
    expect(await expectSame(150)).toBeGreaterThan(20);
    await keepDays(database.app, new Date(month.from), end);
    expect(await expectSame(300)).toBeGreaterThan(50);
  }, 120_000);

  it('are all found by going on from page to page', async () => {
    const request: ReportRequest = {
      ...{ from: new Date(month.from), to: end, cutoff: end, zone: 'UTC', by: 'channel' },
      ...{ channels: ['finance', 'general', 'stores'] },
      ...{ group: null, technician: null, customer: null, priority: null },
    };
    const found: string[] = [];
    const { total } = await reports.sessions(request, everything);
    for (let skip = 0; skip < total; skip += 500) {
      const page = await reports.sessions(request, everything, skip);
      found.push(...page.sessions.map(({ id }) => id));
    }
    expect(total).toBe(730);
    expect(new Set(found).size).toBe(total);
    expect((await reports.sessions(request, everything, total)).sessions).toEqual([]);
  });
});

const everything: Figure = {
  ...{ clock: null, outcome: null, part: null, partless: false },
  ...{ measure: null, excluded: false, atLeast: null },
  ...{ week: null, weekday: null, hour: null, day: null, dayOf: null },
  ...{ handledBy: null, held: null, ended: null, transferred: false, score: null },
};

/** A figure that is narrowed in one way, and now and then in another too. */
function someFigure(chance: Chance): Figure {
  const one = oneOf(narrowings, chance)(chance);
  const other = chance() < 0.3 ? oneOf(narrowings, chance)(chance) : {};
  return { ...everything, ...one, ...other };
}

const narrowings: readonly ((chance: Chance) => Partial<Figure>)[] = [
  () => ({}),
  (chance) => ({ clock: oneOf(['first-response', 'resolution', 'next-response'], chance) }),
  (chance) => ({
    clock: oneOf(['first-response', 'resolution', 'next-response'], chance),
    outcome: oneOf(['kept', 'missed', 'cancelled', 'open', 'notStarted', 'unpromised'], chance),
  }),
  (chance) => ({ part: oneOf(['general', 'level-1', 'ana', 'acme', 'urgent'], chance) }),
  () => ({ partless: true }),
  (chance) => ({ measure: oneOf(measureNames, chance) }),
  (chance) => ({ measure: oneOf(measureNames, chance), excluded: true }),
  (chance) => ({ measure: oneOf(measureNames, chance), atLeast: Math.floor(chance() * 5e6) }),
  (chance) => ({ week: oneOf(['2026-03-02', '2026-03-23', '2026-02-23'], chance) }),
  (chance) => ({ weekday: 1 + Math.floor(chance() * 7), hour: Math.floor(chance() * 24) }),
  (chance) => ({
    day: `2026-03-${String(1 + Math.floor(chance() * 31)).padStart(2, '0')}`,
    dayOf: oneOf(['arrived', 'ended', 'backlog'], chance),
  }),
  (chance) => ({ handledBy: oneOf(['ana', 'bruno'], chance) }),
  () => ({ held: 'waiting-user' }),
  (chance) => ({ ended: oneOf(['solved', 'abandoned', 'open'], chance) }),
  () => ({ transferred: true }),
  (chance) => ({ score: 1 + Math.floor(chance() * 5) }),
];
