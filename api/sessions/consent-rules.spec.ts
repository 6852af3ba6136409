import type { components } from '../generated/openapi.js';
import { said } from '../directory/directory-api-testing.js';
import { connect, invite, joined, openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';

type Schemas = components['schemas'];

describe('What a channel lets its users be asked for', () => {
  let api: TestApi;
  let ana: TestClient;
  let kofi: TestClient;

  beforeAll(async () => {
    api = await openTestApi();
    [ana, kofi] = await Promise.all([api.signedIn('ana'), api.signedIn('kofi')]);
  }, 60_000);
  afterAll(() => api.close(), 30_000);

  async function letsIn(
    channel: string,
    ...askableScopes: Schemas['ConsentScope'][]
  ): Promise<void> {
    const { status, body } = await kofi.send('PUT', `/api/directory/channels/${channel}`, {
      body: { name: channel, askableScopes },
    });
    expect(status).withContext(JSON.stringify(body)).toBe(200);
  }
  const lets = (...askableScopes: Schemas['ConsentScope'][]) => letsIn('general', ...askableScopes);

  async function ready(): Promise<string> {
    const invited = await invite(ana);
    await joined(api, invited);
    return invited.id;
  }

  const start = (id: string, ...scopes: Schemas['ConsentScope'][]) =>
    ana.post(`/api/sessions/${id}/start`, { scopes });
  const detail = async (id: string) =>
    (await ana.get<Schemas['SessionDetail']>(`/api/sessions/${id}`)).body;

  it('is all that is asked for, and nothing else is put before the user', async () => {
    await lets('view', 'clipboard');
    // The policy does not let Ana share the clipboard, the channel does not let anybody use the mouse.
    const id = await ready();
    const before = await detail(id);
    expect(before.askableScopes).toEqual(['view']);
    expect(said(await start(id, 'view', 'control'))).toBe('409 scope-not-askable');
    expect(await detail(id)).toEqual(
      jasmine.objectContaining({ sequence: before.sequence, question: null }),
    );
    expect((await start(id, 'view')).status).toBe(200);
  });

  it('changes for the very next request', async () => {
    await lets('view');
    const id = await ready();
    expect((await detail(id)).askableScopes).toEqual(['view']);
    expect(said(await start(id, 'view', 'control'))).toBe('409 scope-not-askable');
    await lets('view', 'control');
    expect((await detail(id)).askableScopes).toEqual(['view', 'control']);
    expect((await start(id, 'view', 'control')).status).toBe(200);
  });

  it('goes along when a session moves: the rest is taken back, and both sides are told', async () => {
    await lets('view', 'control');
    await letsIn('finance', 'view');
    const invited = await invite(ana);
    const device = await joined(api, invited);
    await connect(ana, device, invited.id);
    const user = async () =>
      (await device.get<Schemas['DeviceSession']>('/api/device/session')).body;
    expect((await user()).driver).not.toBeNull();
    const path = `/api/sessions/${invited.id}`;
    const moved = await ana.post(`${path}/transfer`, { channel: 'finance', technician: 'elena' });
    expect(moved.status).withContext(JSON.stringify(moved.body)).toBe(200);
    const now = await user();
    expect(now.state).toBe('active');
    expect(now.consent.granted).toEqual(['view']);
    expect(now.consent.narrowed).toEqual(['control']);
    expect(now.driver).toBeNull();
    const elena = await api.signedIn('elena');
    const { body } = await elena.get<{ events: Schemas['TimelineEvent'][] }>(`${path}/timeline`);
    expect(body.events).toContain(
      jasmine.objectContaining({
        ...{ type: 'consent-withdrawn', reason: 'channel', scopes: ['control'] },
      }),
    );
  });
});
