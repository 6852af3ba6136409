import type { Refusal } from '../../workflows/domain/session/refusal.js';
import { appendOf, requestOf } from '../../workflows/support-session/commands-testing.js';
import { makeTestDatabase, type TestDatabase } from '../store/database-testing.js';
import { LiveBell } from '../store/feed/live-bell.js';
import type { ChatMessage } from '../store/sessions/message-row.js';
import { MessageStore } from './message-store.js';
import { proveRows } from './prove-rows.js';
import { SessionRecord } from './session-record.js';

describe('The store of messages', () => {
  let database: TestDatabase;
  let record: SessionRecord;
  let messages: MessageStore;

  beforeAll(async () => {
    database = await makeTestDatabase();
    record = new SessionRecord(database.app, new LiveBell(database.app));
    messages = new MessageStore(database.app, new LiveBell(database.app));
  });
  afterAll(() => database.drop());

  async function begun(): Promise<string> {
    const id = crypto.randomUUID();
    await record.append(appendOf(id, null, requestOf(id)));
    return id;
  }

  const write = (
    sessionId: string,
    technician: string | null,
    text: string,
    id: string = crypto.randomUUID(),
  ): Promise<ChatMessage | Refusal> =>
    messages.add({ id, sessionId, technician, grant: null, text });

  async function typesOf(sessionId: string): Promise<readonly string[]> {
    return (await record.events(sessionId)).map(({ type }) => type);
  }

  it('keeps what was written in its order, with who wrote it', async () => {
    const sessionId = await begun();
    const id = crypto.randomUUID();
    expect(await write(sessionId, null, 'It prints blank pages', id)).toEqual(
      jasmine.objectContaining({ id, sessionId, side: 'user', technician: null }),
    );
    await write(sessionId, 'ana', 'Is the cartridge new?\n\n– Ana ✓');
    const chat = await messages.list(sessionId);
    expect(chat.map(({ side, technician, text }) => [side, technician, text])).toEqual([
      ['user', null, 'It prints blank pages'],
      ['technician', 'ana', 'Is the cartridge new?\n\n– Ana ✓'],
    ]);
  });

  it('shows nothing of another session', async () => {
    const [one, other] = [await begun(), await begun()];
    await write(one, 'ana', 'For one');
    expect(await messages.list(other)).toEqual([]);
  });

  it('records the change of sides and no single message', async () => {
    const sessionId = await begun();
    for (const text of ['One', 'Two']) await write(sessionId, null, text);
    for (const text of ['Three', 'Four']) await write(sessionId, 'ana', text);
    expect(await typesOf(sessionId)).toEqual(['requested', 'user-wrote', 'technician-wrote']);
    expect((await proveRows(database.app, null, 1_000)).damaged).toEqual([]);
  });

  it('writes a message once, however often it is sent', async () => {
    const sessionId = await begun();
    const id = crypto.randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => write(sessionId, null, 'Hello', id)));
    expect(new Set(sent.map((message) => JSON.stringify(message))).size).toBe(1);
    expect((await messages.list(sessionId)).length).toBe(1);
    expect(await typesOf(sessionId)).toEqual(['requested', 'user-wrote']);
  });

  it('takes an id for another session’s message for nobody’s', async () => {
    const [one, other] = [await begun(), await begun()];
    const id = crypto.randomUUID();
    await write(one, null, 'For one', id);
    await expectAsync(write(other, null, 'For the other', id)).toBeRejectedWithError(/unique/);
    expect(await messages.list(other)).toEqual([]);
    expect(await typesOf(other)).toEqual(['requested']);
  });

  it('takes none once the session has ended, and none for a session that never was', async () => {
    const sessionId = await begun();
    const closing = { type: 'close', outcome: 'solved', remark: null } as const;
    await record.append(appendOf(sessionId, await record.find(sessionId), closing));
    expect(await write(sessionId, null, 'Thanks')).toEqual(
      jasmine.objectContaining({ refused: 'session-ended' }),
    );
    expect(await write(crypto.randomUUID(), null, 'Hello')).toEqual(
      jasmine.objectContaining({ refused: 'session-unknown' }),
    );
    expect(await messages.list(sessionId)).toEqual([]);
  });

  it('keeps the order of sides while both write at once', async () => {
    const sessionId = await begun();
    const sides = [null, 'ana', null, 'bruno', 'ana', null];
    await Promise.all(sides.map((side, index) => write(sessionId, side, `Number ${index}`)));
    const chat = await messages.list(sessionId);
    const changes = chat.filter(({ side }, index) => side !== chat[index - 1]?.side);
    expect(await typesOf(sessionId)).toEqual([
      'requested',
      ...changes.map(({ side }) => `${side}-wrote`),
    ]);
    expect((await proveRows(database.app, null, 1_000)).damaged).toEqual([]);
  });
});
