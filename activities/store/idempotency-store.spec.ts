import { rowsOf } from './database.js';
import { makeTestDatabase, type TestDatabase } from './database-testing.js';
import { IdempotencyStore, type RepeatableRequest } from './idempotency-store.js';

describe('The store of requests that may come twice', () => {
  let database: TestDatabase;
  let store: IdempotencyStore;

  beforeAll(async () => {
    database = await makeTestDatabase();
    store = new IdempotencyStore(database.app);
  });
  afterAll(() => database.drop());

  const fresh = (changes: Partial<RepeatableRequest> = {}): RepeatableRequest => ({
    caller: 'technician ana',
    key: crypto.randomUUID(),
    requestHash: 'a-hash',
    ...changes,
  });

  it('knows nothing of a key before it was answered', async () => {
    expect(await store.find(fresh())).toEqual({ kind: 'new' });
  });

  it('gives back the answer of the first time, word for word', async () => {
    const request = fresh();
    const answer = { link: { url: 'https://desk.example/i#token' }, list: [1, null, 'ü'] };
    await store.keep(request, 201, answer);
    expect(await store.find(request)).toEqual({ kind: 'answered', status: 201, answer });
  });

  it('gives back that there was no content', async () => {
    const request = fresh();
    await store.keep(request, 204, null);
    expect(await store.find(request)).toEqual({ kind: 'answered', status: 204, answer: null });
  });

  it('notices a key that stands for another request', async () => {
    const request = fresh();
    await store.keep(request, 200, {});
    expect(await store.find({ ...request, requestHash: 'other' })).toEqual({
      kind: 'other-request',
    });
  });

  it('keeps the keys of one caller from those of another', async () => {
    const request = fresh();
    await store.keep(request, 200, 'for ana');
    expect(await store.find({ ...request, caller: 'technician bruno' })).toEqual({ kind: 'new' });
  });

  it('lets the first of two answers count', async () => {
    const request = fresh();
    await Promise.all([store.keep(request, 200, 'one'), store.keep(request, 200, 'other')]);
    const kept = await store.find(request);
    await store.keep(request, 200, 'late');
    expect(await store.find(request)).toEqual(kept);
  });

  it('forgets keys after a day, and not before', async () => {
    const [old, young] = [fresh(), fresh()];
    await store.keep(old, 200, {});
    await store.keep(young, 200, {});
    const age = `update idempotency set created_at = created_at - cast(:by as interval) where key = :key`;
    await rowsOf(database.owner, age, { key: old.key, by: '24 hours 1 second' });
    await rowsOf(database.owner, age, { key: young.key, by: '23 hours 59 minutes' });
    await store.sweep();
    expect(await store.find(old)).toEqual({ kind: 'new' });
    expect((await store.find(young)).kind).toBe('answered');
  });
});
