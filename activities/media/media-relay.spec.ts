import { createHmac, randomBytes } from 'node:crypto';
import { JanusConnection, RelayUnreachableError } from './janus-connection.js';
import { janusToken } from './janus-token.js';
import { MediaRelay, RelayRefusedError } from './media-relay.js';
import { RoomBook } from './room.js';

describe('A token for Janus', () => {
  it('says until when and for what, and is signed under the relay’s secret', () => {
    const token = janusToken('a-secret', 60_000, 1_000_000);
    const claims = '1060,janus,janus.plugin.videoroom';
    const signature = createHmac('sha1', 'a-secret').update(claims).digest('base64');
    expect(token).toBe(`${claims}:${signature}`);
  });
});

describe('The book of rooms', () => {
  const id = crypto.randomUUID();

  it('always gives a session the same room, and every session its own', () => {
    const key = randomBytes(32);
    expect(new RoomBook(key).of(id)).toEqual(new RoomBook(key).of(id));
    expect(new RoomBook(key).of(id).name).not.toBe(new RoomBook(key).of(crypto.randomUUID()).name);
    expect(new RoomBook(key).of(id).name).not.toBe(new RoomBook(randomBytes(32)).of(id).name);
  });

  it('knows pin and secret of a room by its name, which tells neither', () => {
    const book = new RoomBook(randomBytes(32));
    const room = book.of(id);
    expect(book.named(room.name)).toEqual(room);
    expect(new Set([room.name, room.pin, room.secret]).size).toBe(3);
  });
});

describe('The media relay', () => {
  let janus: JanusConnection;
  let relay: MediaRelay;
  const book = new RoomBook(randomBytes(32));

  beforeAll(() => {
    janus = new JanusConnection(setting('URL'), setting('TOKEN_SECRET'));
    relay = new MediaRelay(janus, book, setting('ADMIN_KEY'));
  });
  afterAll(() => {
    janus.close();
  });

  it('makes a room once, however often it is asked', async () => {
    const id = crypto.randomUUID();
    const room = await relay.ensureRoom(id);
    expect(await relay.ensureRoom(id)).toEqual(room);
    expect((await relay.rooms()).filter((name) => name === room.name).length).toBe(1);
    await relay.endRoom(id);
  });

  it('makes the same room again after it was lost', async () => {
    const id = crypto.randomUUID();
    const room = await relay.ensureRoom(id);
    await relay.endRoom(id);
    expect(await relay.rooms()).not.toContain(room.name);
    expect(await relay.ensureRoom(id)).toEqual(room);
    await relay.endRoom(id);
  });

  it('ends a room that is not there without complaint', async () => {
    await expectAsync(relay.endRoom(crypto.randomUUID())).toBeResolved();
  });

  it('gives who sends into a room a moment to leave before it ends', async () => {
    const asked: unknown[] = [];
    const sending = [{ id: 'device', publisher: true }];
    const lists = [sending, sending, [{ id: 'device', publisher: false }]];
    const ask = ({ request }: Readonly<Record<string, unknown>>) => {
      asked.push(request);
      return Promise.resolve({ participants: lists.shift() });
    };
    await new MediaRelay({ ask }, book, 'key').endRoom(crypto.randomUUID());
    expect(asked).toEqual([...Array<string>(3).fill('listparticipants'), 'destroy']);
  });

  it('ends a room from which who sends does not leave', async () => {
    const asked = new Set<unknown>();
    const ask = ({ request }: Readonly<Record<string, unknown>>) => {
      asked.add(request);
      return Promise.resolve({ participants: [{ id: 'device', publisher: true }] });
    };
    const began = performance.now();
    await new MediaRelay({ ask }, book, 'key').endRoom(crypto.randomUUID());
    expect(asked).toContain('destroy');
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it('ends the rooms of sessions that are not active, and no others', async () => {
    const [active, over] = [crypto.randomUUID(), crypto.randomUUID()];
    const names = [await relay.ensureRoom(active), await relay.ensureRoom(over)].map(
      ({ name }) => name,
    );
    expect(await relay.endAllBut(names, [active])).toBe(1);
    const left = await relay.rooms();
    expect(names.filter((name) => left.includes(name))).toEqual([book.of(active).name]);
    await relay.endRoom(active);
  });

  it('makes no room without the admin key', async () => {
    const stranger = new MediaRelay(janus, book, 'not-the-admin-key');
    await expectAsync(stranger.ensureRoom(crypto.randomUUID())).toBeRejectedWithError(
      RelayRefusedError,
    );
  });

  it('says within seconds when it cannot be reached, or is not let in', async () => {
    const nowhere = new JanusConnection('ws://127.0.0.1:9', setting('TOKEN_SECRET'));
    const stranger = new JanusConnection(setting('URL'), 'another-secret');
    for (const connection of [nowhere, stranger]) {
      const lost = new MediaRelay(connection, book, setting('ADMIN_KEY'));
      await expectAsync(lost.rooms()).toBeRejectedWithError(RelayUnreachableError);
      connection.close();
    }
  });

  it('opens its line again after it was closed', async () => {
    janus.close();
    await expectAsync(relay.rooms()).toBeResolved();
  });
});

function setting(name: string): string {
  const value = process.env[`MAYDAY_TEST_JANUS_${name}`];
  if (value === undefined) throw new Error(`MAYDAY_TEST_JANUS_${name} is not set.`);
  return value;
}
