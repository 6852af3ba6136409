import { randomBytes, randomUUID } from 'node:crypto';
import { rowsOf } from '../../activities/store/database.js';
import type { components } from '../generated/openapi.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';
import { TestClient } from '../testing/test-client-testing.js';

type Schemas = components['schemas'];
type SosCall = Schemas['SosCall'];
type Problem = Schemas['Problem'];
type DeviceSession = Schemas['DeviceSession'];

interface Asked {
  readonly deviceToken: string;
  readonly link: Schemas['Link'];
  readonly session: DeviceSession;
}

const terms = {
  name: 'Tills',
  description: 'Tills and card terminals of the shops',
  listed: true,
  fields: [
    { label: 'Shop', kind: 'text', required: true },
    { label: 'Till', kind: 'choice', required: false, choices: ['1', '2'] },
  ],
};

describe('SOS Calls over HTTP', () => {
  let api: TestApi;
  let julia: TestClient;
  let ana: TestClient;

  beforeAll(async () => {
    api = await openTestApi();
    julia = await api.signedIn('julia');
    ana = await api.signedIn('ana');
  });

  beforeEach(async () => {
    await rowsOf(api.tester.database.owner, 'delete from door_budgets');
  });

  afterAll(async () => {
    await api.close();
  });

  async function opened(change: object = {}): Promise<SosCall> {
    const body = { ...terms, name: `Tills ${randomUUID().slice(0, 8)}`, ...change };
    const answer = await julia.post<SosCall>('/api/channels/stores/sos-calls', body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  const tokenOf = ({ url }: { url: string }): string => url.split('#')[1] ?? '';
  const pathOf = ({ id }: SosCall): string => `/api/channels/stores/sos-calls/${id}`;
  const someKey = (): string => randomBytes(32).toString('base64url');

  const asking = (call: SosCall, change: object = {}) => ({
    token: tokenOf(call),
    deviceKey: someKey(),
    kind: 'browser',
    info: { system: 'Windows' },
    name: 'Aaron Whitfield',
    subject: 'The till does not open',
    answers: [{ label: 'Shop', value: 'Harbour Street' }],
    language: 'en',
    ...change,
  });

  async function asked(call: SosCall, change: object = {}): Promise<Asked> {
    const answer = await api.stranger.post<Asked>('/api/sos-requests', asking(call, change));
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  const as = ({ deviceToken }: Asked): TestClient =>
    new TestClient(api.url, { Authorization: `Bearer ${deviceToken}` });

  it('stand on the public page if they are listed, and can be visited by their link either way', async () => {
    const shown = await opened();
    const hidden = await opened({ listed: false });
    const page = await api.stranger.get<{ sosCalls: Schemas['ListedSosCall'][] }>(
      '/api/public/sos-calls',
    );
    const tokens = page.body.sosCalls.map(({ token }) => token);
    expect([tokens.includes(tokenOf(shown)), tokens.includes(tokenOf(hidden))]).toEqual([
      true,
      false,
    ]);
    const visit = await api.stranger.post<Schemas['SosVisit']>('/api/sos-visits', {
      token: tokenOf(hidden),
    });
    expect([visit.status, visit.body.department, visit.body.paused]).toEqual([
      200,
      'Stores',
      false,
    ]);
    expect(visit.body.fields.map(({ label }) => label)).toEqual(['Shop', 'Till']);
  });

  it('bring a request into the channel’s queue, with a number and a place that moves up', async () => {
    const call = await opened();
    const first = await asked(call);
    const second = await asked(call);
    expect([first.session.state, first.session.origin]).toEqual(['ready', 'sos-call']);
    const detail = await ana.get<Schemas['SessionDetail']>(`/api/sessions/${first.session.id}`);
    expect(detail.body.sosRequest).toEqual({
      name: call.name,
      answers: [{ label: 'Shop', value: 'Harbour Street' }],
    });
    const queue = await ana.get<{ rows: Schemas['QueueRow'][] }>('/api/queue?view=unassigned');
    expect(queue.body.rows.map(({ id }) => id)).toContain(first.session.id);
    const before = await as(second).get<Schemas['Waiting']>('/api/device/waiting');
    expect(before.body.number).toBeGreaterThan(1000);
    await ana.post(`/api/sessions/${first.session.id}/claim`);
    const after = await as(second).get<Schemas['Waiting']>('/api/device/waiting');
    expect(after.body.place).toBe((before.body.place ?? 0) - 1);
    const taken = await as(first).get<Schemas['Waiting']>('/api/device/waiting');
    expect([taken.body.place, taken.body.estimate]).toEqual([null, null]);
    expect(taken.body.number).not.toBe(before.body.number);
  });

  it('say how long it may take only once enough people have waited', async () => {
    const call = await opened();
    const { owner } = api.tester.database;
    await rowsOf(owner, 'delete from sos_requests');
    for (let waits = 0; waits < 5; waits += 1) {
      const one = await asked(call);
      const waiting = await as(one).get<Schemas['Waiting']>('/api/device/waiting');
      expect(waiting.body.estimate).toBeNull();
      await ana.post(`/api/sessions/${one.session.id}/claim`);
    }
    const last = await asked(call);
    const waiting = await as(last).get<Schemas['Waiting']>('/api/device/waiting');
    expect([waiting.body.estimate?.requests, waiting.body.estimate?.days]).toEqual([5, 7]);
    expect(waiting.body.estimate?.toMs).toBeGreaterThanOrEqual(waiting.body.estimate?.fromMs ?? 1);
  });

  it('give a request to their technician', async () => {
    const one = await asked(await opened({ technician: 'bruno' }));
    expect(one.session.assignee?.key).toBe('bruno');
  });

  it('go where the rules send the customer whose people came with the device before', async () => {
    const kofi = await api.signedIn('kofi');
    const name = `Harbour Shops ${randomUUID().slice(0, 8)}`;
    const made = await kofi.post<Schemas['Customer']>('/api/directory/customers', { name });
    const rules = [{ name: 'Harbour', when: { customer: [made.body.key] }, channel: 'general' }];
    const put = (body: object) => kofi.send('PUT', '/api/routing/rules', { body });
    const before = (await kofi.get<object>('/api/routing/rules')).body;
    expect((await put({ rules })).status).toBe(200);
    const deviceKey = someKey();
    const invited = await ana.post<Schemas['Invitation']>('/api/invitations', {
      ...{ name: 'Aaron Whitfield', subject: 'The scanner is slow', channel: 'stores' },
      customer: name,
    });
    await api.stranger.post('/api/device-sessions', {
      ...{ token: tokenOf(invited.body.link), deviceKey, kind: 'browser' },
      info: { system: 'Windows' },
    });
    const call = await opened();
    const [known, unknown] = [await asked(call, { deviceKey }), await asked(call)];
    await put(before);
    const channelOf = async ({ session: { id } }: Asked) =>
      (await api.tester.record.find(id))?.channel;
    expect([await channelOf(known), await channelOf(unknown)]).toEqual(['general', 'stores']);
    const session = await api.tester.record.find(known.session.id);
    expect(session?.requester.customer).toBe(made.body.key);
  });

  it('take the same request once, however often it is sent', async () => {
    const body = asking(await opened());
    const key = randomUUID();
    const [one, other] = [
      await api.stranger.post<Asked>('/api/sos-requests', body, key),
      await api.stranger.post<Asked>('/api/sos-requests', body, key),
    ];
    expect(other.body.session.id).toBe(one.body.session.id);
  });

  it('let a user come back by the link, give up, and be found abandoned', async () => {
    const deviceKey = someKey();
    const one = await asked(await opened(), { deviceKey });
    const back = await api.stranger.post<Asked>('/api/device-sessions', {
      token: tokenOf(one.link),
      deviceKey,
      kind: 'browser',
      info: { system: 'Windows' },
    });
    expect(back.body.session.id).toBe(one.session.id);
    const left = await as(back.body).post<DeviceSession>('/api/device/leave');
    expect(left.body.ending?.outcome).toBe('abandoned');
  });

  it('take no requests while they are paused, and do again by the same link', async () => {
    const call = await opened();
    const paused = await julia.post<SosCall>(`${pathOf(call)}/pause`);
    expect(paused.body.paused).toBe(true);
    const visit = await api.stranger.post<Schemas['SosVisit']>('/api/sos-visits', {
      token: tokenOf(call),
    });
    expect(visit.body.paused).toBe(true);
    const refused = await api.stranger.post<Problem>('/api/sos-requests', asking(call));
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/sos-call-paused']);
    const resumed = await julia.post<SosCall>(`${pathOf(call)}/resume`);
    expect(resumed.body.url).toBe(call.url);
    await asked(call);
  });

  it('keep their link when they are edited, and say so when they are gone', async () => {
    const call = await opened();
    const edited = await julia.send<SosCall>('PUT', pathOf(call), {
      body: { ...terms, name: `${call.name} 2`, fields: [] },
    });
    expect([edited.body.url, edited.body.fields]).toEqual([call.url, []]);
    expect((await julia.send('DELETE', pathOf(call))).status).toBe(204);
    expect((await julia.send('DELETE', pathOf(call))).status).toBe(404);
    const gone = await api.stranger.post<Problem>('/api/sos-visits', { token: tokenOf(call) });
    expect([gone.status, gone.body.type]).toEqual([410, '/problems/sos-call-gone']);
  });

  it('are managed by those alone who may, in their own channel', async () => {
    const call = await opened();
    const greta = await api.signedIn('greta');
    expect((await ana.post('/api/channels/stores/sos-calls', terms)).status).toBe(403);
    expect((await ana.post(`${pathOf(call)}/pause`)).status).toBe(403);
    const foreign = `/api/channels/design-mac/sos-calls/${call.id}`;
    expect((await greta.post(`${foreign}/pause`)).status).toBe(404);
    expect((await greta.send('DELETE', foreign)).status).toBe(404);
    const seen = await greta.get<{ sosCalls: SosCall[] }>('/api/sos-calls');
    expect(seen.body.sosCalls.some(({ channel }) => channel === 'stores')).toBe(false);
    const anas = await ana.get<{ sosCalls: SosCall[] }>('/api/sos-calls');
    expect(anas.body.sosCalls.find(({ id }) => id === call.id)?.mayManage).toBe(false);
  });

  it('refuse forms, names, technicians and answers that cannot be, and name the place', async () => {
    const call = await opened();
    const refused = async (body: object) =>
      (await julia.post<Problem>('/api/channels/stores/sos-calls', { ...terms, ...body })).body;
    const form = await refused({ fields: [{ label: 'Till', kind: 'choice', required: true }] });
    expect(form.errors?.[0]?.path).toBe('/body/fields/0/choices');
    const broken = await refused({ fields: [{ label: 'Ti\nll', kind: 'text', required: true }] });
    expect(broken.errors?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '/body/fields/0/label invisible-signs',
    ]);
    const alike = await refused({ name: `${call.name.toUpperCase()}\u2800` });
    expect([alike.type, alike.other]).toEqual(['/problems/sos-call-name-taken', call.name]);
    const kofi = await api.signedIn('kofi');
    const nowhere = await kofi.post<Problem>('/api/channels/nowhere/sos-calls', terms);
    expect(nowhere.body.errors?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '/path/channel channel-unknown',
    ]);
    const foreign = await refused({ technician: 'greta' });
    expect([foreign.type, foreign.errors?.[0]?.path]).toEqual([
      '/problems/technician-not-of-channel',
      '/body/technician',
    ]);
    const unanswered = await api.stranger.post<Problem>(
      '/api/sos-requests',
      asking(call, { answers: [] }),
    );
    expect([unanswered.status, unanswered.body.errors?.[0]?.message]).toEqual([
      422,
      'lacks “Shop”',
    ]);
    const unknown = await api.stranger.post<Problem>('/api/sos-visits', { token: someKey() });
    expect(unknown.body.type).toBe('/problems/link-unknown');
  });

  it('leave a trace of every change in the audit, and none of a change that was none', async () => {
    const call = await opened();
    await julia.post(`${pathOf(call)}/pause`);
    await julia.post(`${pathOf(call)}/pause`);
    const entries = await rowsOf<{ did: string }>(
      api.tester.database.owner,
      `select data ->> 'did' as did from audit_entries
       where subject_kind = 'sos-call' and subject_key = :id order by id`,
      { id: call.id },
    );
    expect(entries.map(({ did }) => did)).toEqual(['created', 'paused']);
  });

  describe('after the end', () => {
    async function ended(): Promise<{ readonly one: Asked; readonly deviceKey: string }> {
      const deviceKey = someKey();
      const one = await asked(await opened(), { deviceKey });
      await ana.post(`/api/sessions/${one.session.id}/claim`);
      await ana.post(`/api/sessions/${one.session.id}/close`, { outcome: 'solved' });
      return { one, deviceKey };
    }

    const back = (one: Asked, deviceKey: string) =>
      api.stranger.post<Asked & Problem>('/api/device-sessions', {
        token: tokenOf(one.link),
        deviceKey,
        kind: 'browser',
        info: { system: 'Windows' },
      });

    it('the receipt brings the user back, and opens the session again within the window', async () => {
      const { one, deviceKey } = await ended();
      const found = await back(one, deviceKey);
      expect([found.status, found.body.session.state]).toEqual([201, 'closed']);
      expect(found.body.session.reopenUntil).not.toBeNull();
      const again = await as(found.body).post<DeviceSession>('/api/device/reopen');
      expect([again.status, again.body.state, again.body.assignee?.key]).toEqual([
        200,
        'ready',
        'ana',
      ]);
    });

    it('the receipt is of no use to another device, nor after the window', async () => {
      const { one, deviceKey } = await ended();
      const stranger = await back(one, someKey());
      expect([stranger.status, stranger.body.type]).toEqual([410, '/problems/session-closed']);
      const wasThere = as(one);
      await rowsOf(
        api.tester.database.owner,
        `update sessions set document = jsonb_set(document, '{ending,at}', '1') where id = :id`,
        { id: one.session.id },
      );
      expect((await back(one, deviceKey)).status).toBe(410);
      expect((await wasThere.post('/api/device/reopen')).status).not.toBe(200);
    });

    it('the user says how it was, once more if they like, and not before', async () => {
      const open = await asked(await opened());
      const early = await as(open).send('PUT', '/api/device/satisfaction', { body: { score: 5 } });
      expect(early.status).toBe(409);
      const { one } = await ended();
      const rate = (body: object) =>
        as(one).send<DeviceSession>('PUT', '/api/device/satisfaction', { body });
      expect((await rate({ score: 6 })).status).toBe(400);
      await rate({ score: 2 });
      const rated = await rate({ score: 5, words: 'Kind and quick' });
      expect(rated.body.satisfaction).toEqual({ score: 5, words: 'Kind and quick' });
    });
  });

  it('tell technicians that the user has paused', async () => {
    const one = await asked(await opened());
    const path = `/api/sessions/${one.session.id}`;
    const paused = async (): Promise<boolean | undefined> =>
      (await ana.get<Schemas['SessionDetail']>(path)).body.deviceCard?.paused;
    expect(await paused()).toBe(false);
    await as(one).send('PUT', '/api/device/pause', { body: { paused: true } });
    expect(await paused()).toBe(true);
  });
});
