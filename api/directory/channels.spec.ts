import type { components } from '../generated/openapi.js';
import { invite, openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';
import { auditedOf, said } from './directory-api-testing.js';

type Schemas = components['schemas'];
interface Channels {
  channels: Schemas['ManagedChannel'][];
}
interface Staff {
  staff: Schemas['ChannelStaff'][];
}

describe('Managing channels', () => {
  let api: TestApi;
  const people = new Map<string, TestClient>();

  const as = (technician: string): TestClient => {
    const client = people.get(technician);
    if (!client) throw new Error(`${technician} is not signed in.`);
    return client;
  };

  beforeAll(async () => {
    api = await openTestApi({
      directoryLimits: { channels: 7, technicians: 100, groupsPerChannel: 3 },
    });
    for (const technician of ['ana', 'elena', 'julia', 'kofi', 'lena', 'nora']) {
      people.set(technician, await api.signedIn(technician));
    }
  });

  afterAll(async () => {
    await api.close();
  });

  const settings: Schemas['ChannelSettings'] = {
    name: ' Warehouse ',
    department: 'Logistics',
    linkLifetimeMinutes: 60,
    askableScopes: ['control'],
  };

  it('shows each manager their own channels, and others none', async () => {
    const seenBy = async (technician: string) => {
      const { body } = await as(technician).get<Channels>('/api/directory/channels');
      return body.channels.map(({ key }) => key);
    };
    expect(await seenBy('julia')).toEqual(['general', 'stores']);
    expect(await seenBy('kofi')).toEqual(['design-mac', 'finance', 'general', 'stores']);
    expect(await seenBy('ana')).toEqual([]);
    expect(await seenBy('lena')).toEqual([]);
  });

  it('makes a channel for whom the policy lets, with usual values where nothing is said', async () => {
    const refused = await as('julia').post('/api/directory/channels', settings);
    expect(said(refused)).toBe('403 not-permitted');
    const { status, body } = await as('kofi').post<Schemas['ManagedChannel']>(
      '/api/directory/channels',
      settings,
    );
    expect(status).toBe(201);
    expect(body).toEqual({
      key: 'warehouse',
      name: 'Warehouse',
      department: 'Logistics',
      description: null,
      linkLifetimeMinutes: 60,
      codeLifetimeMinutes: 10,
      reopenWindowHours: 168,
      reconnectGraceSeconds: 60,
      consentTimeoutSeconds: 30,
      askableScopes: ['view', 'control'],
      isDefault: false,
      openSessions: 0,
      abilities: ['configure', 'staff', 'manage-sos-calls', 'delete', 'make-default'],
    });
    const [entry] = await auditedOf(api.tester.database.owner, 'channel', 'warehouse');
    expect(entry).toEqual(
      jasmine.objectContaining({
        action: 'channel.create',
        actor: jasmine.objectContaining({ key: 'kofi' }),
      }),
    );
    // It is there for the very next request, of this process and of every other.
    const { id } = await invite(as('kofi'), { channel: 'warehouse' });
    expect(id).toBeTruthy();
  });

  it('refuses what is no channel, and changes nothing', async () => {
    const kofi = as('kofi');
    const made = (body: unknown) => kofi.post('/api/directory/channels', body).then(said);
    expect(await made({ ...settings, name: 'FINANCE' })).toBe('409 name-taken');
    expect(await made({ ...settings, name: 'x'.repeat(65) })).toBe('400 malformed-request');
    expect(await made({ ...settings, name: '  ' })).toBe('400 malformed-request');
    expect(await made({ ...settings, department: 'A\nB' })).toBe('400 malformed-request');
    expect(await made({ ...settings, linkLifetimeMinutes: 45 })).toBe('400 malformed-request');
    expect(await made({ ...settings, codeLifetimeMinutes: 0 })).toBe('400 malformed-request');
    expect(await made({ ...settings, askableScopes: ['telepathy'] })).toBe('400 malformed-request');
    expect(await made({ ...settings, surprise: true })).toBe('400 malformed-request');
    expect(
      said(await kofi.send('PUT', '/api/directory/channels/nowhere', { body: settings })),
    ).toBe('422 channel-unknown');
    expect(said(await kofi.get('/api/directory/channels/nowhere'))).toBe('404 not-found');
    expect(said(await as('julia').get('/api/directory/channels/finance'))).toBe(
      '403 not-permitted',
    );
  });

  it('names the limit that is reached', async () => {
    const kofi = as('kofi');
    await kofi.post('/api/directory/channels', { name: 'Six' });
    await kofi.post('/api/directory/channels', { name: 'Seven' });
    const { status, body } = await kofi.post<Schemas['Problem']>('/api/directory/channels', {
      name: 'Eight',
    });
    expect(status).toBe(409);
    expect(body.detail).toBe('LIMIT_CHANNELS is 7.');
  });

  it('lets a manager staff their channel with its own roles, up to the limit', async () => {
    const julia = as('julia');
    const staff = '/api/directory/channels/stores/staff';
    const given = await julia.send<Staff>('PUT', `${staff}/technician/hugo/channel-technician`);
    expect(given.body.staff.map(({ holder }) => holder.name)).toEqual([
      'Level 1',
      'Hugo Brandt',
      'Ivan Marković',
      'Julia Castelo',
    ]);
    const hugo = await api.signedIn('hugo');
    const { body } = await hugo.get<{ channels: { key: string }[] }>('/api/channels');
    expect(body.channels.map(({ key }) => key)).toContain('stores');
    const taken = await julia.send<Staff>('DELETE', `${staff}/technician/hugo/channel-technician`);
    expect(taken.body.staff).toHaveSize(3);
    const elsewhere = '/api/directory/channels/finance/staff/technician/hugo/channel-technician';
    expect(said(await julia.send('PUT', elsewhere))).toBe('403 not-permitted');
    expect(said(await julia.send('PUT', `${staff}/technician/hugo/owner`))).toBe(
      '400 malformed-request',
    );
    expect(said(await julia.send('PUT', `${staff}/group/ghosts/channel-technician`))).toBe(
      '422 group-unknown',
    );
    await julia.send('PUT', `${staff}/group/level-2/channel-technician`);
    await julia.send('PUT', `${staff}/group/contractors/channel-technician`);
    const full = await julia.send<Schemas['Problem']>(
      'PUT',
      `${staff}/group/night-shift/channel-technician`,
    );
    expect(full.body.detail).toBe('LIMIT_GROUPS_PER_CHANNEL is 3.');
  });

  it('moves every open session before a channel is gone, each to who can go along', async () => {
    const kofi = as('kofi');
    const served = await invite(as('elena'), { channel: 'finance' });
    const waiting = await invite(as('elena'), { channel: 'finance', assign: 'queue' });
    const ended = await invite(as('elena'), { channel: 'finance' });
    await as('elena').post(`/api/sessions/${ended.id}/close`, { outcome: 'withdrawn' });
    const offered = await invite(as('elena'), { channel: 'finance' });
    const handing = { channel: 'finance', technician: 'farid', acceptWithinSeconds: 600 };
    await as('elena').post(`/api/sessions/${offered.id}/transfer`, { ...handing, warm: true });
    const handed = await invite(as('elena'), { channel: 'finance' });
    await as('elena').post(`/api/sessions/${handed.id}/transfer`, handing);
    const into = await invite(as('elena'), { channel: 'general' });
    await as('elena').post(`/api/sessions/${into.id}/transfer`, { ...handing, warm: true });
    const outOf = await invite(as('elena'), { channel: 'finance' });
    const away = { channel: 'general', technician: 'ana', acceptWithinSeconds: 600 };
    await as('elena').post(`/api/sessions/${outOf.id}/transfer`, away);
    const gone = '/api/directory/channels/finance';
    expect(said(await as('elena').send('DELETE', gone))).toBe('403 not-permitted');
    expect(said(await kofi.send('DELETE', `${gone}?moveTo=finance`))).toBe('422 channel-unknown');
    expect(said(await kofi.send('DELETE', `${gone}?moveTo=nowhere`))).toBe('422 channel-unknown');
    expect(said(await kofi.send('DELETE', '/api/directory/channels/general'))).toBe(
      '409 default-channel',
    );
    const { status, body } = await kofi.send('DELETE', `${gone}?moveTo=general`);
    expect(status).toBe(200);
    expect(body).toEqual({ moved: 5, to: 'general' });
    const shown = async (id: string) => {
      const answer = await kofi.get<Schemas['SessionDetail']>(`/api/sessions/${id}`);
      return `${answer.body.channel.key} ${answer.body.assignee?.key ?? 'nobody'}`;
    };
    expect(await shown(served.id)).toBe('general elena');
    expect(await shown(waiting.id)).toBe('general nobody');
    expect(await shown(offered.id)).toBe('general elena');
    expect(await shown(handed.id)).toBe('general elena');
    expect(await shown(into.id)).toBe('general elena');
    expect(said(await as('elena').post(`/api/sessions/${into.id}/call-off-transfer`))).toBe(
      '409 no-transfer',
    );
    expect(await shown(outOf.id)).toBe('general elena');
    // What ended there stays to be seen by who sees every channel, and by nobody by a role there.
    expect(await shown(ended.id)).toBe('finance elena');
    const closed = await kofi.get<{ rows: { id: string }[] }>('/api/queue?view=closed');
    expect(closed.body.rows.map(({ id }) => id)).toContain(ended.id);
    expect(said(await as('elena').get(`/api/sessions/${ended.id}`))).toBe('404 not-found');
    expect(said(await kofi.get(gone))).toBe('404 not-found');
    expect(
      said(await kofi.post('/api/invitations', { name: 'A', subject: 'B', channel: 'finance' })),
    ).toBe('422 channel-unknown');
  });

  it('hands the part of the default over', async () => {
    const moved = await as('kofi').post<Schemas['ManagedChannel']>(
      '/api/directory/channels/stores/default',
    );
    expect(moved.body.isDefault).toBe(true);
    expect(said(await as('julia').post('/api/directory/channels/general/default'))).toBe(
      '403 not-permitted',
    );
  });
});
