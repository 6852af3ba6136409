import { rowsOf } from '../../activities/store/database.js';
import { until } from '../../workflows/until-testing.js';
import type { components } from '../generated/openapi.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';
import { auditedOf, said } from './directory-api-testing.js';

type Schemas = components['schemas'];
interface Technicians {
  technicians: Schemas['ManagedTechnician'][];
}
interface Groups {
  groups: Schemas['ManagedGroup'][];
}

describe('Managing people', () => {
  let api: TestApi;
  let kofi: TestClient;
  let nora: TestClient;
  let julia: TestClient;
  let ana: TestClient;

  beforeEach(async () => {
    api = await openTestApi();
    [kofi, nora, julia, ana] = (await Promise.all(
      (['kofi', 'nora', 'julia', 'ana'] as const).map((key) => api.signedIn(key)),
    )) as [TestClient, TestClient, TestClient, TestClient];
  });

  afterEach(async () => {
    await api.close();
  });

  const pia = {
    name: 'Pia Lundgren',
    address: 'pia.lundgren@northwind.example',
    skills: ['macos'],
  };
  const technicians = '/api/directory/technicians';

  const rowOf = async (client: TestClient, key: string) => {
    const { body } = await client.get<Technicians>(technicians);
    return body.technicians.find(({ person }) => person.key === key);
  };

  it('calls by their names those whom one comes across, and nobody else', async () => {
    const metBy = async (key: string) => {
      const client = await api.signedIn(key);
      const { body } = await client.get<{ people: Schemas['Person'][] }>('/api/people');
      return body.people.map((person) => person.key);
    };
    const atDesk = ['kofi', 'lena', 'mateo', 'nora', 'otto'];
    expect((await metBy('hugo')).toSorted()).toEqual(['davi', 'greta', 'hugo', ...atDesk]);
    expect(await metBy('ana')).not.toContain('hugo');
    expect(await metBy('lena')).toHaveSize(15);
    await kofi.post(technicians, pia);
    expect(await metBy('pia-lundgren')).toEqual(['pia-lundgren']);
  });

  it('invites somebody, who may do nothing before they hold a role', async () => {
    expect(said(await julia.post(technicians, pia))).toBe('403 not-permitted');
    const { status, body } = await kofi.post<Schemas['ManagedTechnician']>(technicians, pia);
    expect(status).toBe(201);
    expect(body.person.key).toBe('pia-lundgren');
    expect(body.abilities).toEqual(['edit', 'disable', 'assign-role']);
    const client = await api.signedIn('pia-lundgren');
    expect(said(await client.post('/api/invitations', { name: 'A', subject: 'B' }))).toBe(
      '403 not-permitted',
    );
    const role = '/api/directory/roles/technician/pia-lundgren/channel-technician';
    expect((await kofi.send('PUT', `${role}?in=general`)).status).toBe(204);
    expect((await client.post('/api/invitations', { name: 'A', subject: 'B' })).status).toBe(201);
    expect((await kofi.send('DELETE', `${role}?in=general`)).status).toBe(204);
    expect(said(await client.post('/api/invitations', { name: 'A', subject: 'B' }))).toBe(
      '403 not-permitted',
    );
    expect(said(await kofi.post(technicians, pia))).toBe('409 key-taken');
    expect(said(await kofi.post(technicians, { ...pia, key: 'other' }))).toBe('409 address-taken');
    expect(said(await kofi.post(technicians, { name: '木村' }))).toBe('422 unfit-request');
  });

  it('shows a channel’s manager whom they can staff with, and no more of them', async () => {
    await kofi.post(technicians, pia);
    const whole = await rowOf(kofi, 'pia-lundgren');
    const part = await rowOf(julia, 'pia-lundgren');
    expect(whole?.address).toBe(pia.address);
    expect(part?.address).toBeNull();
    expect(part?.abilities).toEqual([]);
    expect((await rowOf(kofi, 'mateo'))?.roles).toHaveSize(2);
    expect((await rowOf(julia, 'mateo'))?.roles).toEqual([]);
    expect((await rowOf(julia, 'ivan'))?.roles).toEqual([
      { role: 'channel-technician', channel: 'stores', source: 'person' },
    ]);
    expect((await ana.get<Technicians>(technicians)).body.technicians).toEqual([]);
    expect((await ana.get<Groups>('/api/directory/groups')).body.groups).toEqual([]);
    const { body } = await julia.get<Groups>('/api/directory/groups');
    expect(body.groups.find(({ key }) => key === 'level-2')?.roles).toEqual([
      { role: 'channel-technician', channel: 'general', source: 'person' },
    ]);
  });

  it('gives the roles that the policy lets one give, by no way around it', async () => {
    const role = (holder: string, name: string) => `/api/directory/roles/${holder}/${name}`;
    for (const name of ['technician-manager', 'policy-admin', 'owner']) {
      expect(said(await kofi.send('PUT', role('technician/ana', name)))).toBe('403 not-permitted');
    }
    expect((await kofi.send('PUT', role('technician/ana', 'auditor'))).status).toBe(204);
    expect((await nora.send('PUT', role('group/night-shift', 'owner'))).status).toBe(204);
    const group = '/api/directory/groups/night-shift';
    const shift = { name: 'Night shift', kind: 'experience', level: 1 };
    const joining = await kofi.send('PUT', group, {
      body: { ...shift, members: ['ivan', 'bruno', 'kofi'] },
    });
    expect(said(joining)).toBe('403 not-permitted');
    expect(said(await kofi.send('DELETE', group))).toBe('403 not-permitted');
    const renamed = await kofi.send<Schemas['ManagedGroup']>('PUT', group, {
      body: { ...shift, name: 'Nights', members: ['ivan', 'bruno'] },
    });
    expect(renamed.body.name).toBe('Nights');
    const before = await rowOf(kofi, 'nora');
    if (!before) throw new Error('Nora is not there.');
    const { person, address, language, availability, capacity, skills, languages } = before;
    const same = {
      name: person.name,
      address,
      language,
      availability,
      capacity,
      skills,
      languages,
    };
    const edit = (body: object) => kofi.send('PUT', `${technicians}/nora`, { body });
    expect((await edit({ ...same, capacity: 7 })).status).toBe(200);
    expect(said(await edit({ ...same, capacity: 0 }))).toBe('400 malformed-request');
    expect(said(await edit({ ...same, skills: ['\u200b'] }))).toBe('400 malformed-request');
    expect(said(await edit({ ...same, address: 'kofi@northwind.example' }))).toBe(
      '403 not-permitted',
    );
    expect(said(await kofi.post(`${technicians}/nora/forget-identity`))).toBe('403 not-permitted');
    const take = await kofi.send('PUT', '/api/directory/switches/technician/nora/tool.view', {
      body: { setting: 'off' },
    });
    expect(said(take)).toBe('403 not-permitted');
  });

  it('manages groups with their members', async () => {
    const body = { name: 'Night owls', kind: 'skill', level: null, members: ['ana', 'hugo'] };
    expect(said(await julia.post('/api/directory/groups', body))).toBe('403 not-permitted');
    const made = await kofi.post<Schemas['ManagedGroup']>('/api/directory/groups', body);
    expect(made.body.members.map(({ person }) => person.key)).toEqual(['ana', 'hugo']);
    expect(said(await kofi.post('/api/directory/groups', body))).toBe('409 name-taken');
    const alike = { ...body, name: 'ＮＩＧＨＴ   owls' };
    const taken = await kofi.post<Schemas['Problem']>('/api/directory/groups', alike);
    expect([said(taken), taken.body.other]).toEqual(['409 name-taken', 'Night owls']);
    const wrong = { ...body, name: 'Other', members: ['ana', 'nobody', 'noone'] };
    const refused = await kofi.post<Schemas['Problem']>('/api/directory/groups', wrong);
    expect(said(refused)).toBe('422 colleague-unknown');
    expect(refused.body.detail).toBe('Unknown here: nobody, noone.');
    const odd = { ...body, name: 'Other', kind: 'zodiac' };
    expect(said(await kofi.post('/api/directory/groups', odd))).toBe('400 malformed-request');
    const level = { ...body, name: 'Other', level: 0 };
    expect(said(await kofi.post('/api/directory/groups', level))).toBe('400 malformed-request');
    expect((await kofi.send('DELETE', '/api/directory/groups/night-owls')).status).toBe(204);
    expect(said(await kofi.send('DELETE', '/api/directory/groups/night-owls'))).toBe(
      '404 not-found',
    );
  });

  it('switches single actions, and refuses those that no switch touches', async () => {
    const path = '/api/directory/switches/technician/ana';
    const set = (action: string, setting: string) =>
      kofi.send('PUT', `${path}/${action}`, { body: { setting } });
    expect((await set('session.create', 'off')).body).toEqual({
      switches: [{ action: 'session.create', setting: 'off' }],
    });
    expect(said(await ana.post('/api/invitations', { name: 'A', subject: 'B' }))).toBe(
      '403 not-permitted',
    );
    await set('session.create', 'default');
    expect((await ana.post('/api/invitations', { name: 'A', subject: 'B' })).status).toBe(201);
    expect(said(await set('channel.delete', 'on'))).toBe('400 malformed-request');
    expect(said(await set('session.create', 'maybe'))).toBe('400 malformed-request');
    expect(said(await set('session.fly', 'on'))).toBe('422 unfit-request');
    expect(said(await julia.get(path))).toBe('403 not-permitted');
  });

  it('ends all that somebody has open in the moment in which they are disabled', async () => {
    const abort = new AbortController();
    const live = await fetch(`${api.url}/api/live`, { headers: ana.headers, signal: abort.signal });
    const reader = live.body?.getReader();
    let ended = false;
    const reading = (async () => {
      for (;;) {
        const piece = await reader?.read();
        if (piece?.done !== false) break;
      }
      ended = true;
    })();
    expect((await kofi.post(`${technicians}/ana/disable`)).status).toBe(200);
    await until('the stream has ended', () => ended);
    await reading;
    expect((await ana.get('/api/me')).status).toBe(401);
    expect((await kofi.post(`${technicians}/ana/enable`)).status).toBe(200);
    // What was signed in before stays out: they sign in anew.
    expect((await ana.get('/api/me')).status).toBe(401);
    expect((await (await api.signedIn('ana')).get('/api/me')).status).toBe(200);
    expect(said(await kofi.post(`${technicians}/nobody/disable`))).toBe('422 colleague-unknown');
    expect(said(await nora.post(`${technicians}/nora/disable`))).toBe('409 last-owner');
    const entries = await auditedOf(api.tester.database.owner, 'technician', 'ana');
    expect(entries.map(({ action }) => action)).toEqual([
      'technician.disable',
      'technician.disable',
    ]);
  });

  it('signs out who somebody was when their identity is forgotten', async () => {
    const hugo = await api.signedIn('hugo');
    const { app, owner } = api.tester.database;
    const bind = "update technicians set subject = 'who-hugo-was' where key = 'hugo'";
    await rowsOf(owner, bind);
    expect((await hugo.get('/api/me')).status).toBe(200);
    expect((await kofi.post(`${technicians}/hugo/forget-identity`)).status).toBe(200);
    expect((await hugo.get('/api/me')).status).toBe(401);
    const left = await rowsOf(app, "select from staff_sessions where technician = 'hugo'");
    expect(left).toEqual([]);
  });

  it('takes everybody’s own word on whether they are there, and tells open screens', async () => {
    const abort = new AbortController();
    const live = await fetch(`${api.url}/api/live`, {
      headers: kofi.headers,
      signal: abort.signal,
    });
    let heard = '';
    const reading = (async () => {
      for await (const chunk of live.body ?? []) heard += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    await until('the stream is open', () => heard.includes('id: '));
    const away = { body: { availability: 'away' } };
    expect((await ana.send('PUT', '/api/me/availability', away)).status).toBe(204);
    expect((await ana.get<Schemas['Me']>('/api/me')).body.availability).toBe('away');
    await until('open screens hear of it', () =>
      heard.includes('event: directory\ndata: {"parts":["technicians"]}'),
    );
    // Nobody's rights have changed, so no list needs to be read again.
    expect(heard).not.toContain('event: reset');
    expect((await rowOf(kofi, 'ana'))?.availability).toBe('away');
    const odd = { body: { availability: 'asleep' } };
    expect(said(await ana.send('PUT', '/api/me/availability', odd))).toBe('400 malformed-request');
    abort.abort();
    await reading;
  });
});
