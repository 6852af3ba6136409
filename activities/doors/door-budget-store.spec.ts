import type { Budget } from '../../workflows/domain/codes/budget.js';
import { rowsOf } from '../store/database.js';
import { makeTestDatabase, type TestDatabase } from '../store/database-testing.js';
import { type Charge, DoorBudgetStore } from './door-budget-store.js';

const budget: Budget = {
  capacity: 3,
  perDay: 24,
  work: { firstBits: 16, doublesEvery: 1, mostBits: 30 },
};

describe('The store of budgets', () => {
  let database: TestDatabase;
  let budgets: DoorBudgetStore;

  beforeAll(async () => {
    database = await makeTestDatabase();
    budgets = new DoorBudgetStore(database.app);
  });

  afterAll(async () => {
    await database.drop();
  });

  it('counts each of many at once', async () => {
    const charge = of('ana');
    const levels = await Promise.all(Array.from({ length: 20 }, () => budgets.charge(charge)));
    expect(Math.round(Math.max(...levels))).toBe(20);
    expect(new Set(levels.map(Math.round)).size).toBe(20);
  });

  it('forgives by the hour, gives back what was not needed, and knows subjects apart', async () => {
    const charge = of('bruno');
    await budgets.charge(charge);
    await budgets.charge(charge);
    await rowsOf(
      database.owner,
      "update door_budgets set at = at - interval '1 hour' where subject = 'bruno'",
    );
    expect(await budgets.charge(charge)).toBeCloseTo(2, 3);
    await budgets.refund(charge);
    expect(await budgets.charge(charge)).toBeCloseTo(2, 3);
    expect(await budgets.charge(of('carla'))).toBe(1);
  });

  it('tells what a charge would come to, and leaves it at that', async () => {
    const charge = of('davi');
    expect(await budgets.levelsWith([charge])).toEqual([1]);
    await budgets.charge(charge);
    expect((await budgets.levelsWith([charge]))[0]).toBeCloseTo(2, 3);
    expect((await budgets.levelsWith([charge]))[0]).toBeCloseTo(2, 3);
  });

  it('takes a piece of work once', async () => {
    const until = new Date(Date.now() + 60_000);
    const spent = await Promise.all([1, 2, 3].map(() => budgets.spend('a-challenge', until)));
    expect(spent.filter(Boolean).length).toBe(1);
  });

  it('forgets what is over', async () => {
    await budgets.spend('an-old-challenge', new Date(Date.now() - 1_000));
    await budgets.sweep();
    expect(await budgets.spend('an-old-challenge', new Date(Date.now() + 1_000))).toBe(true);
  });
});

function of(subject: string): Charge {
  return { kind: 'entry', subject, units: 1, budget };
}
