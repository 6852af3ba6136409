import { appendOf, requestOf } from '../../workflows/support-session/commands-testing.js';
import { rowsOf } from './database.js';
import { makeTestDatabase, type TestDatabase } from './database-testing.js';
import { LiveBell } from './feed/live-bell.js';
import { MediaSessionStore } from './media-session-store.js';
import { SessionRecord } from '../record/session-record.js';

describe('The store of relay sessions', () => {
  let database: TestDatabase;
  let store: MediaSessionStore;
  let sessionId: string;

  beforeAll(async () => {
    database = await makeTestDatabase();
    const bell = new LiveBell(database.app);
    store = new MediaSessionStore(database.app, bell);
    sessionId = crypto.randomUUID();
    const record = new SessionRecord(database.app, bell);
    await record.append(appendOf(sessionId, null, requestOf(sessionId)));
  });
  afterAll(() => database.drop());
  beforeEach(() => rowsOf(database.owner, 'delete from media_sessions'));

  let count = 0;
  async function opened(participant: string): Promise<string> {
    count += 1;
    const janusSessionId = String(1_000 + count);
    await store.add({ janusSessionId, sessionId, participant });
    return janusSessionId;
  }

  async function silentFor(by: string, janusSessionId: string): Promise<void> {
    await rowsOf(
      database.owner,
      `update media_sessions set last_seen_at = last_seen_at - cast(:by as interval)
       where janus_session_id = :janusSessionId`,
      { by, janusSessionId },
    );
  }

  async function told(): Promise<number> {
    const rows = await rowsOf(database.app, "select from feed where kind = 'presence'");
    return rows.length;
  }

  it('knows whose a relay session is', async () => {
    const janusSessionId = await opened('tech-ana');
    expect(await store.find(janusSessionId)).toEqual({
      janusSessionId,
      sessionId,
      participant: 'tech-ana',
    });
    expect(await store.find('9')).toBeNull();
  });

  it('takes a number that the relay gives out again for the new owner’s', async () => {
    const janusSessionId = await opened('tech-ana');
    await store.add({ janusSessionId, sessionId, participant: 'device' });
    expect((await store.find(janusSessionId))?.participant).toBe('device');
  });

  it('tells who watches, each once, while their socket is there', async () => {
    const ana = await opened('tech-ana');
    await opened('tech-ana');
    const bruno = await opened('tech-bruno');
    expect([...(await store.watching(sessionId))].sort()).toEqual(['tech-ana', 'tech-bruno']);
    await silentFor('31 seconds', bruno);
    expect([...(await store.watching(sessionId))]).toEqual(['tech-ana']);
    await store.seen([bruno, ana]);
    expect((await store.watching(sessionId)).size).toBe(2);
    await store.seen([]);
  });

  it('forgets one that has ended, and says so once', async () => {
    const janusSessionId = await opened('tech-ana');
    const before = await told();
    await store.remove(janusSessionId);
    await store.remove(janusSessionId);
    expect(await store.find(janusSessionId)).toBeNull();
    expect(await told()).toBe(before + 1);
  });

  it('forgets those that nobody can take up again', async () => {
    const [gone, there] = [await opened('tech-ana'), await opened('tech-bruno')];
    await silentFor('61 minutes', gone);
    await silentFor('59 minutes', there);
    await store.sweep();
    expect(await store.find(gone)).toBeNull();
    expect(await store.find(there)).not.toBeNull();
  });
});
