import { appendOf, requestOf } from '../../workflows/support-session/commands-testing.js';
import { rowsOf } from './database.js';
import { makeTestDatabase, type TestDatabase } from './database-testing.js';
import { LinkStore } from './link-store.js';
import { LiveBell } from './feed/live-bell.js';
import { SessionRecord } from '../record/session-record.js';

describe('The store of links', () => {
  let database: TestDatabase;
  let links: LinkStore;
  let sessionId: string;

  beforeAll(async () => {
    database = await makeTestDatabase();
    links = new LinkStore(database.app);
    sessionId = await begun();
  });
  afterAll(() => database.drop());

  async function begun(): Promise<string> {
    const id = crypto.randomUUID();
    const record = new SessionRecord(database.app, new LiveBell(database.app));
    await record.append(appendOf(id, null, requestOf(id)));
    return id;
  }

  it('leads from a token’s hash to its session', async () => {
    await links.add('a-hash', sessionId);
    expect(await links.sessionOf('a-hash')).toBe(sessionId);
  });

  it('knows nothing of a hash that it was never given', async () => {
    expect(await links.sessionOf('another-hash')).toBeNull();
  });

  it('keeps where a link leads, whatever is added later', async () => {
    await links.add('the-first', sessionId);
    await links.add('the-first', await begun());
    expect(await links.sessionOf('the-first')).toBe(sessionId);
  });

  it('takes no link to a session that is not there', async () => {
    await expectAsync(links.add('to-nowhere', crypto.randomUUID())).toBeRejectedWithError(
      /foreign key/,
    );
    expect(await links.sessionOf('to-nowhere')).toBeNull();
  });

  it('lets the application neither change a link nor forget it', async () => {
    for (const statement of ["update links set token_hash = 'x'", 'delete from links']) {
      await expectAsync(rowsOf(database.app, statement)).toBeRejectedWithError(/permission denied/);
    }
  });
});
