import { rowsOf } from '../../activities/store/database.js';
import { until } from '../../workflows/until-testing.js';
import type { components } from '../generated/openapi.js';
import { invite, joined, openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';

type QueueRow = components['schemas']['QueueRow'];

interface Heard {
  readonly type: string;
  readonly id: string;
  readonly data: unknown;
}

/** An open stream and what came by it. */
class Stream {
  readonly heard: Heard[] = [];
  readonly #abort = new AbortController();
  lastId = '';
  ended = false;

  static async open(client: TestClient, path: string, lastId?: string): Promise<Stream> {
    const stream = new Stream();
    const answer = await fetch(client.url + path, {
      headers: { ...client.headers, ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }) },
      signal: stream.#abort.signal,
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    void stream.#read(answer);
    return stream;
  }

  close(): void {
    this.#abort.abort();
  }

  rowsOf(id: string): readonly QueueRow[] {
    return this.heard
      .filter(({ type }) => type === 'session')
      .map(({ data }) => data as QueueRow)
      .filter((row) => row.id === id);
  }

  async #read(answer: Response): Promise<void> {
    let text = '';
    try {
      for await (const chunk of answer.body ?? []) {
        text += Buffer.from(chunk).toString();
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.#take(block);
      }
    } catch {
      // The spec has closed it.
    }
    this.ended = true;
  }

  #take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]),
    );
    this.lastId = fields.get('id') ?? this.lastId;
    const type = fields.get('event');
    if (type === undefined) return;
    this.heard.push({ type, id: this.lastId, data: JSON.parse(fields.get('data') ?? 'null') });
  }
}

describe('The live stream', () => {
  let api: TestApi;
  let ana: TestClient;
  const streams: Stream[] = [];

  const open = async (client: TestClient, path = '/api/live', lastId?: string) => {
    const stream = await Stream.open(client, path, lastId);
    streams.push(stream);
    await until(
      'the stream says where it begins',
      () => path !== '/api/live' || stream.lastId !== '',
    );
    return stream;
  };

  beforeAll(async () => {
    api = await openTestApi();
    ana = await api.signedIn('ana');
  }, 60_000);

  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });

  afterAll(async () => {
    await api.close();
  });

  it('brings a new row to who may see it, with what they may do, and nothing to others', async () => {
    const [mine, hers, outsiders] = [
      await open(ana),
      await open(await api.signedIn('julia')),
      await open(await api.signedIn('hugo')),
    ];
    const { id } = await invite(ana);
    const [own] = await until('Ana’s row', () => mine.rowsOf(id).length > 0 && mine.rowsOf(id));
    const [other] = await until('Julia’s row', () => hers.rowsOf(id).length > 0 && hers.rowsOf(id));
    expect(own?.abilities).toContain('write');
    expect(other?.abilities).not.toContain('write');
    expect(outsiders.heard).toEqual([]);
  });

  it('says that a row is gone to who may no longer see it', async () => {
    const { id } = await invite(ana);
    const stream = await open(ana);
    await ana.post(`/api/sessions/${id}/hold`, { reason: 'scheduled' });
    await until('the row', () => stream.rowsOf(id).length > 0);
    await ana.post(`/api/sessions/${id}/transfer`, { channel: 'finance', technician: 'elena' });
    await until('gone', () =>
      stream.heard.some(({ type, data }) => type === 'gone' && (data as { id: string }).id === id),
    );
  });

  it('goes on where it left off', async () => {
    const first = await open(ana);
    const { lastId } = first;
    first.close();
    const { id } = await invite(ana);
    const again = await open(ana, '/api/live', lastId);
    await until('what was missed', () => again.rowsOf(id).length > 0);
  });

  it('asks to read again from scratch where it cannot go on', async () => {
    const [epoch] = (await open(ana)).lastId.split('.');
    const tooLarge = `${epoch}.${'9'.repeat(20)}.1.${Date.now()}`;
    for (const cursor of ['of-another-house.1.1.1', tooLarge]) {
      const stream = await open(ana, '/api/live', cursor);
      await until('reset', () => stream.heard.some(({ type }) => type === 'reset'));
    }
  });

  it('ends with the sign-in, where and however that came to its end', async () => {
    const ends = [
      'delete from staff_sessions where technician = :technician',
      'update staff_sessions set expires_at = clock_timestamp() where technician = :technician',
    ];
    for (const end of ends) {
      const [stream, other] = [await open(await api.signedIn('bruno')), await open(ana)];
      // Another process of the desk did it, and tells nobody here.
      await rowsOf(api.tester.database.app, end, { technician: 'bruno' });
      await until('the end of the stream', () => stream.ended);
      expect(other.ended).withContext(end).toBeFalse();
    }
  });

  it('brings the device its session at once, a lease every second, and chat', async () => {
    const session = await invite(ana);
    const device = await joined(api, session);
    const stream = await open(device, '/api/device/live');
    await until('session', () => stream.heard.some(({ type }) => type === 'session'));
    await ana.post(`/api/sessions/${session.id}/messages`, { text: 'Hello' });
    await until('message', () => stream.heard.some(({ type }) => type === 'message'));
    await until(
      'three leases',
      () => stream.heard.filter(({ type }) => type === 'lease').length > 2,
    );
  });

  it('is the device’s presence: lost a while after it closes, back when it opens', async () => {
    const session = await invite(ana);
    const device = await joined(api, session);
    const watching = await open(ana);
    const stream = await open(device, '/api/device/live');
    await until('session', () => stream.heard.some(({ type }) => type === 'session'));
    stream.close();
    await until('lost', () => watching.rowsOf(session.id).at(-1)?.connection === 'absent');
    await open(device, '/api/device/live');
    await until('back', () => watching.rowsOf(session.id).at(-1)?.connection === 'connected');
  });
});
