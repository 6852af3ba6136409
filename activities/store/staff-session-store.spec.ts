import { rowsOf } from './database.js';
import { makeTestDatabase, type TestDatabase } from './database-testing.js';
import { type StaffSession, StaffSessionStore } from './staff-session-store.js';

const hour = 3_600_000;

describe('The store of sign-ins', () => {
  let database: TestDatabase;
  let store: StaffSessionStore;

  beforeAll(async () => {
    database = await makeTestDatabase();
    store = new StaffSessionStore(database.app);
  });
  afterAll(() => database.drop());

  async function signedIn(technician: string, lastsMs = 8 * hour): Promise<StaffSession> {
    const session = {
      idHash: crypto.randomUUID(),
      technician,
      csrfToken: crypto.randomUUID(),
      expiresAt: new Date(Date.now() + lastsMs),
    };
    await store.add(session);
    return session;
  }

  async function unusedFor(by: string, { idHash }: StaffSession): Promise<void> {
    await rowsOf(
      database.owner,
      `update staff_sessions set last_seen_at = last_seen_at - cast(:by as interval)
       where id_hash = :idHash`,
      { by, idHash },
    );
  }

  it('finds a sign-in by the hash of its cookie', async () => {
    const session = await signedIn('ana');
    expect(await store.find(session.idHash)).toEqual(session);
    expect(await store.find('a-forged-one')).toBeNull();
  });

  it('takes a sign-in past its end for none', async () => {
    const session = await signedIn('ana', -1);
    expect(await store.find(session.idHash)).toBeNull();
  });

  it('takes a sign-in that nobody used for two hours for none', async () => {
    const session = await signedIn('ana');
    await unusedFor('1 hour 59 minutes', session);
    expect(await store.find(session.idHash)).not.toBeNull();
    await unusedFor('2 minutes', session);
    expect(await store.find(session.idHash)).toBeNull();
  });

  it('goes on with a sign-in whose console is open', async () => {
    const session = await signedIn('ana');
    await unusedFor('1 hour 59 minutes', session);
    await store.seen([session.idHash]);
    await unusedFor('1 hour 59 minutes', session);
    expect(await store.find(session.idHash)).not.toBeNull();
    await store.seen([]);
  });

  it('ends one sign-in and leaves the person’s others', async () => {
    const [one, other] = [await signedIn('bruno'), await signedIn('bruno')];
    await store.end(one.idHash);
    await store.end(one.idHash);
    expect(await store.find(one.idHash)).toBeNull();
    expect(await store.find(other.idHash)).not.toBeNull();
  });

  it('tells who has a console open', async () => {
    const [carla, davi, elena] = [
      await signedIn('carla'),
      await signedIn('davi'),
      await signedIn('elena', -1),
    ];
    await signedIn('carla');
    await unusedFor('2 minutes', davi);
    const present = await store.present();
    expect(present).toContain(carla.technician);
    for (const { technician } of [davi, elena]) expect(present).not.toContain(technician);
  });

  it('forgets sign-ins that have run out, and no others', async () => {
    const [over, running] = [await signedIn('farid', -1), await signedIn('farid')];
    await store.sweep();
    const kept = await rowsOf<{ id_hash: string }>(
      database.app,
      "select id_hash from staff_sessions where technician = 'farid'",
    );
    const hashes = kept.map(({ id_hash }) => id_hash);
    expect(hashes).not.toContain(over.idHash);
    expect(hashes).toContain(running.idHash);
  });
});
