import { createHash, randomUUID } from 'node:crypto';
import { codeFrom } from '../../workflows/domain/codes/code.js';
import { type Database, rowsOf } from '../store/database.js';
import { makeTestDatabase, type TestDatabase } from '../store/database-testing.js';
import { CodeStore, type DrawnCode, type NewCode } from './code-store.js';

const drawn = (number: number) => (): DrawnCode => {
  const code = codeFrom(number);
  return { code, hash: hashOf(code) };
};

describe('The store of codes', () => {
  let database: TestDatabase;
  let codes: CodeStore;

  beforeAll(async () => {
    database = await makeTestDatabase();
    codes = new CodeStore(database.app);
  });

  afterAll(async () => {
    await database.drop();
  });

  it('gives out a code that can be used once, and by one of many at once', async () => {
    const device = someDevice();
    const { code } = await codes.issue(device, drawn(1));
    const entries = await Promise.all(
      ['ana', 'bruno', 'carla', 'davi'].map((key) => codes.redeem(hashOf(code), key, randomUUID())),
    );
    const won = entries.filter((entry) => entry !== null);
    expect(won.length).toBe(1);
    expect(won[0]?.sessionId).toBe(device.sessionId);
    expect(await codes.redeem(hashOf(code), 'ana', randomUUID())).toBeNull();
  });

  it('lets the same entry come again, and nobody else with its id', async () => {
    const { code } = await codes.issue(someDevice(), drawn(2));
    const entry = randomUUID();
    const first = await codes.redeem(hashOf(code), 'ana', entry);
    expect(await codes.redeem(hashOf(code), 'ana', entry)).toEqual(first);
    expect(await codes.redeem(hashOf(code), 'bruno', entry)).toBeNull();
    expect(await codes.redeem(hashOf(codeFrom(99)), 'ana', entry)).toBeNull();
  });

  it('never gives out a code that lives, and does when it has ended', async () => {
    const first = await codes.issue(someDevice(), drawn(3));
    const numbers = [3, 3, 4];
    const draw = () => drawn(numbers.shift() ?? 5)();
    const second = await codes.issue(someDevice(), draw);
    expect([first.code, second.code]).toEqual([codeFrom(3), codeFrom(4)]);
    await codes.redeem(hashOf(first.code), 'ana', randomUUID());
    expect((await codes.issue(someDevice(), drawn(3))).code).toBe(codeFrom(3));
  });

  it('gives up rather than reuse a code when none is free', async () => {
    await codes.issue(someDevice(), drawn(6));
    await expectAsync(codes.issue(someDevice(), drawn(6))).toBeRejectedWithError(/No code/);
  });

  it('does not take an expired code, and gives its digits out again', async () => {
    const device = someDevice();
    const { code } = await codes.issue(device, drawn(7));
    await expire(database.owner, device.id);
    expect(await codes.redeem(hashOf(code), 'ana', randomUUID())).toBeNull();
    expect((await codes.standing(device.tokenHash))?.state).toBe('over');
    expect((await codes.issue(someDevice(), drawn(7))).code).toBe(code);
  });

  it('ends the code before when a device asks for another', async () => {
    const device = someDevice();
    const { code } = await codes.issue(device, drawn(8));
    const again = { ...someDevice(), deviceKeyHash: device.deviceKeyHash };
    await codes.issue(again, drawn(9));
    expect(await codes.redeem(hashOf(code), 'ana', randomUUID())).toBeNull();
    expect((await codes.standing(device.tokenHash))?.state).toBe('over');
    expect((await codes.standing(again.tokenHash))?.state).toBe('live');
  });

  it('takes no code that its device gave up', async () => {
    const device = someDevice();
    const { code } = await codes.issue(device, drawn(10));
    expect(await codes.giveUp(device.tokenHash)).toBe(true);
    expect(await codes.giveUp(device.tokenHash)).toBe(false);
    expect(await codes.redeem(hashOf(code), 'ana', randomUUID())).toBeNull();
  });

  it('counts what lives, and sweeps what is over', async () => {
    const before = await codes.live();
    const device = someDevice();
    await codes.issue(device, drawn(11));
    expect(await codes.live()).toBe(before + 1);
    await expire(database.owner, device.id);
    expect(await codes.live()).toBe(before);
    await codes.sweep();
    const [row] = await rowsOf<{ ending: string }>(
      database.app,
      'select ending from codes where id = :id',
      { id: device.id },
    );
    expect(row?.ending).toBe('expired');
  });

  it('keeps nothing of the digits', async () => {
    const { code } = await codes.issue(someDevice(), drawn(87_654_321));
    const rows = await rowsOf<{ row: string }>(
      database.app,
      'select codes::text as row from codes',
    );
    expect(rows.some(({ row }) => row.includes(code))).toBe(false);
  });
});

function someDevice(): NewCode {
  return {
    id: randomUUID(),
    sessionId: randomUUID(),
    deviceKeyHash: hashOf(randomUUID()),
    tokenHash: hashOf(randomUUID()),
    kind: 'helper',
    info: { system: 'Debian GNU/Linux' },
    language: 'en',
    lifetimeMs: 600_000,
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function expire(owner: Database, id: string): Promise<void> {
  await rowsOf(
    owner,
    "update codes set expires_at = clock_timestamp() - interval '1 second' where id = :id",
    { id },
  );
}
