import { DoorBudgetStore } from '../../activities/doors/door-budget-store.js';
import { rowsOf } from '../../activities/store/database.js';
import { makeTestDatabase, type TestDatabase } from '../../activities/store/database-testing.js';
import { ProblemError } from '../problems/problem-error.js';
import { workOut } from '../testing/work-testing.js';
import { chargesOfEntry } from './charges.js';
import { DoorGate } from './door-gate.js';

describe('The gate before the doors', () => {
  let database: TestDatabase;
  let gate: DoorGate;

  beforeAll(async () => {
    database = await makeTestDatabase();
    const budgets = new DoorBudgetStore(database.app);
    gate = new DoorGate({ budgets, key: Buffer.alloc(32, 7), now: Date.now });
  });

  beforeEach(async () => {
    await rowsOf(database.owner, 'delete from door_budgets');
  });

  afterAll(async () => {
    await database.drop();
  });

  const enter = (technician: string, proof?: Parameters<DoorGate['pass']>[2]) =>
    gate.pass(`entry ${technician}`, chargesOfEntry(technician, 1_000), proof);

  async function workFor(technician: string) {
    try {
      await enter(technician);
    } catch (error) {
      if (error instanceof ProblemError) return error.extras.work;
      throw error;
    }
    return undefined;
  }

  async function levelOfDesk(): Promise<number> {
    const [row] = await rowsOf<{ level: number }>(
      database.owner,
      "select level from door_budgets where kind = 'entry'",
    );
    return row?.level ?? 0;
  }

  it('never lets one who must work first use up what all share, however many tries are under way', async () => {
    for (let tries = 0; tries < 10; tries += 1) await enter('ana');
    const before = await levelOfDesk();
    const tries = Array.from({ length: 300 }, () => workFor('ana'));
    const others = Array.from({ length: 8 }, () => enter('bruno'));
    await Promise.all(others);
    expect((await Promise.all(tries)).every((work) => work !== undefined)).toBe(true);
    expect(await levelOfDesk()).toBeCloseTo(before + others.length, 1);
  });

  it('asks once for what both the account and the desk want', async () => {
    for (let tries = 0; tries < 10; tries += 1) await enter('ana');
    await rowsOf(database.owner, "update door_budgets set level = 203.5 where kind = 'entry'");
    const work = await workFor('ana');
    expect(work?.bits).toBeGreaterThan(18);
    if (work) await expectAsync(enter('ana', workOut(work))).toBeResolved();
  }, 60_000);
});
