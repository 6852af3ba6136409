import { until } from '../../../workflows/until-testing.js';
import { appendOf, requestOf } from '../../../workflows/support-session/commands-testing.js';
import { makeTestDatabase, type TestDatabase } from '../database-testing.js';
import { type Change, LiveFeed, sweepFeed } from './live-feed.js';
import { LiveBell } from './live-bell.js';
import { MessageStore } from '../../record/message-store.js';
import { rowsOf } from '../database.js';
import { appendTo } from '../../record/append-session.js';
import { SessionRecord } from '../../record/session-record.js';

describe('The live feed', () => {
  let database: TestDatabase;
  let record: SessionRecord;
  let feed: LiveFeed;
  let heard: Change[];
  const errors: unknown[] = [];

  beforeAll(async () => {
    database = await makeTestDatabase();
    record = new SessionRecord(database.app, new LiveBell(database.app));
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    heard = [];
    feed = await open(heard);
  });
  afterEach(() => feed.stop());

  async function open(into: Change[], pollMs = 50): Promise<LiveFeed> {
    const opened = new LiveFeed(database.app, {
      url: database.url,
      pollMs,
      onError: (error) => errors.push(error),
    });
    await opened.start();
    opened.subscribe((changes) => into.push(...changes));
    return opened;
  }

  async function begun(): Promise<string> {
    const id = crypto.randomUUID();
    await record.append(appendOf(id, null, requestOf(id)));
    return id;
  }

  const heardOf = (id: string) => heard.filter(({ row }) => row.session.id === id);

  it('tells of a committed change with the session as it stands', async () => {
    const id = await begun();
    const change = await until('the change is heard', () => heardOf(id)[0]);
    expect(change.kind).toBe('session');
    const session = (await record.find(id)) ?? fail();
    expect(change.row).toEqual({ session, number: change.row.number, device: null, promise: null });
    expect(change.row.number).toBeGreaterThan(1000);
  });

  it('hears a notice at once rather than at the next look', async () => {
    const patient: Change[] = [];
    const other = await open(patient, 600_000);
    const id = await begun();
    await until('the notice arrives', () => patient.some(({ row }) => row.session.id === id));
    await other.stop();
  });

  it('never skips a transaction that commits after a later one', async () => {
    const [late, early] = [crypto.randomUUID(), crypto.randomUUID()];
    const slow = await database.app.transaction();
    await appendTo(slow, appendOf(late, null, requestOf(late)));
    await record.append(appendOf(early, null, requestOf(early)));
    await slow.commit();
    await until('both are heard', () => heardOf(late).length > 0 && heardOf(early).length > 0);
    expect(heard.map(({ row }) => row.session.id)).toEqual([late, early]);
  });

  it('tells nothing of what was rolled back', async () => {
    const never = crypto.randomUUID();
    const undone = await database.app.transaction();
    await appendTo(undone, appendOf(never, null, requestOf(never)));
    await undone.rollback();
    const id = await begun();
    await until('the next change is heard', () => heardOf(id).length > 0);
    expect(heardOf(never)).toEqual([]);
  });

  it('carries the chat, and the change of sides as a change of the session', async () => {
    const messages = new MessageStore(database.app, new LiveBell(database.app));
    const sessionId = await begun();
    const id = crypto.randomUUID();
    await messages.add({ id, sessionId, technician: null, grant: null, text: 'Hello' });
    await until('message and event are heard', () => heardOf(sessionId).length === 3);
    const message = heardOf(sessionId).find((change) => change.kind === 'message');
    expect(message?.message.text).toBe('Hello');
  });

  it('goes on from a cursor with all that was missed', async () => {
    const first = await begun();
    const { cursor } = await until('the first is heard', () => heardOf(first)[0]);
    const missed = [await begun(), await begun()];
    await until('the rest is heard', () => missed.every((id) => heardOf(id).length > 0));
    const changes = await feed.since(cursor);
    expect(changes?.map(({ row }) => row.session.id)).toEqual(missed);
  });

  it('asks to read everything again after a cursor from another database or from too long ago', async () => {
    expect(await feed.since('1-1.5.5.1795000000000')).toBeNull();
    expect(await feed.since('nonsense')).toBeNull();
    const longAgo = feed.cursor.replace(/\d+$/, '1795000000000');
    expect(await feed.since(longAgo)).toBeNull();
  });

  it('comes back by itself when its connection is cut', async () => {
    await rowsOf(
      database.owner,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like 'listen%'`,
    );
    const id = await begun();
    await until('the change is heard', () => heardOf(id).length > 0);
    const listening = `select pid from pg_stat_activity
      where datname = current_database() and query like 'listen%'`;
    await until(
      'it listens again',
      async () => (await rowsOf(database.owner, listening)).length > 0,
    );
  });

  it('forgets what is older than a day', async () => {
    await begun();
    await rowsOf(database.owner, "update feed set at = at - interval '25 hours'");
    await sweepFeed(database.app);
    expect(await rowsOf(database.app, 'select position from feed')).toEqual([]);
  });
});

function fail(): never {
  throw new Error('The session is not there.');
}
