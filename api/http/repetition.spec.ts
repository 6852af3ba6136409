import { randomUUID } from 'node:crypto';
import { rowsOf } from '../../activities/store/database.js';
import type { components } from '../generated/openapi.js';
import { invite, joined, openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';

type Invitation = components['schemas']['Invitation'];
type Message = components['schemas']['ChatMessage'];

describe('A request that is sent again', () => {
  let api: TestApi;
  let ana: TestClient;

  beforeAll(async () => {
    api = await openTestApi();
    ana = await api.signedIn('ana');
  }, 60_000);

  afterAll(async () => {
    await api.close();
  });

  it('gets the same answer, of which the database can tell nobody anything', async () => {
    const body = { name: 'Aaron Whitfield', subject: 'The printer', channel: 'general' };
    const key = randomUUID();
    const [first, again] = [
      await ana.post<Invitation>('/api/invitations', body, key),
      await ana.post<Invitation>('/api/invitations', body, key),
    ];
    expect(again.body).toEqual(first.body);
    const other = await ana.post('/api/invitations', { ...body, subject: 'Another' }, key);
    expect(other.status).toBe(422);
    const statement = 'select answer::text as kept from idempotency where key = :key';
    const rows = await rowsOf<{ kept: string }>(api.tester.database.app, statement, { key });
    const [, token = 'none'] = first.body.link.url.split('#');
    expect(rows).toHaveSize(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain('Whitfield');
  });

  it('is a message of its own under the key of somebody else’s, here or in another session', async () => {
    const [one, two] = [await invite(ana), await invite(ana)];
    const [device, elsewhere] = [await joined(api, one), await joined(api, two)];
    const key = randomUUID();
    const said = [
      await device.post<Message>('/api/device/messages', { text: 'It is me' }, key),
      await ana.post<Message>(`/api/sessions/${one.id}/messages`, { text: 'And me' }, key),
      await elsewhere.post<Message>('/api/device/messages', { text: 'And me too' }, key),
    ];
    expect(said.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(said.map(({ body }) => body.text)).toEqual(['It is me', 'And me', 'And me too']);
    const again = await device.post<Message>('/api/device/messages', { text: 'It is me' }, key);
    expect([again.body]).toEqual(said.slice(0, 1).map(({ body }) => body));
  });
});
