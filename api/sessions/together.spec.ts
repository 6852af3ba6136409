import { randomUUID } from 'node:crypto';
import { DecisionStore } from '../../activities/policy/decision-store.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';
import { requestOf, user } from '../../workflows/support-session/commands-testing.js';
import type { RequestCommand } from '../../workflows/domain/session/commands.js';
import type { components } from '../generated/openapi.js';

type Detail = components['schemas']['SessionDetail'];
type Problem = components['schemas']['Problem'];

describe('Sessions that several people have to do with', () => {
  let api: TestApi;
  const clients = new Map<string, TestClient>();

  beforeAll(async () => {
    api = await openTestApi();
    for (const key of ['ana', 'bruno', 'davi', 'elena', 'greta', 'ivan', 'julia', 'kofi', 'nora']) {
      clients.set(key, await api.signedIn(key));
    }
  }, 60_000);
  afterAll(() => api.close(), 30_000);

  const as = (key: string): TestClient => clients.get(key) ?? missing();

  async function ready(changes: Partial<RequestCommand> = {}): Promise<string> {
    const id = randomUUID();
    const device = { id: randomUUID(), kind: 'helper' } as const;
    const command = requestOf(id, { device, ...changes });
    await api.desk.commands.send(id, { id: randomUUID(), actor: user, grant: null, command });
    return id;
  }

  async function active(): Promise<string> {
    const id = await ready();
    await as('ana').post(`/api/sessions/${id}/start`, { scopes: ['view', 'control'] });
    const { question } = (await api.desk.stores.record.find(id))?.consent ?? missing();
    const command = {
      type: 'consent',
      answer: 'grant',
      questionId: question?.id ?? '',
      scopes: ['view', 'control'],
    } as const;
    await api.desk.commands.send(id, { id: randomUUID(), actor: user, grant: null, command });
    return id;
  }

  const post = (key: string, id: string, what: string, body?: unknown) =>
    as(key).post(`/api/sessions/${id}/${what}`, body);
  const detail = async (key: string, id: string) =>
    (await as(key).get(`/api/sessions/${id}`)).body as Detail;
  const listed = async (key: string, view: string) => {
    const { body } = await as(key).get(`/api/queue?view=${view}`);
    return (body as components['schemas']['QueuePage']).rows.map(({ id }) => id);
  };

  it('are claimed by one of a hundred, and the others are told by whom', async () => {
    const id = await ready({ assignee: null });
    const keys = ['ana', 'bruno', 'davi', 'elena'];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => post(keys[index % 4] ?? '', id, 'claim')),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won.length).toBe(1);
    const assignee = (await api.desk.stores.record.find(id))?.assignee;
    for (const { status, body } of answers) {
      if (status === 200) continue;
      expect(status).toBe(409);
      expect(body).toEqual(
        jasmine.objectContaining({
          type: '/problems/already-claimed',
          about: jasmine.objectContaining({ key: assignee }),
        }),
      );
    }
    const events = await api.desk.stores.record.events(id);
    expect(events.filter(({ type }) => type === 'claimed').length).toBe(1);
  }, 60_000);

  it('are handed over warmly: seen and taken by whom they are for, the picture goes on', async () => {
    const id = await active();
    expect((await as('elena').get(`/api/sessions/${id}`)).status).toBe(404);
    const offer = { channel: 'finance', technician: 'elena', warm: true, acceptWithinSeconds: 60 };
    const offered = await post('ana', id, 'transfer', { ...offer, note: 'About an invoice' });
    expect(offered.status).toBe(200);
    expect((offered.body as Detail).transfer).toEqual(
      jasmine.objectContaining({ kind: 'technician', name: 'Elena Sorokina', warm: true }),
    );
    expect((await detail('elena', id)).abilities).toEqual(['claim', 'decline']);
    expect(await listed('elena', 'all')).toContain(id);
    expect((await post('bruno', id, 'claim')).status).toBe(404);
    expect((await post('julia', id, 'claim')).status).toBe(409);
    const taken = await post('elena', id, 'claim');
    expect(taken.body).toEqual(
      jasmine.objectContaining({ state: 'active', grantedScopes: ['view', 'control'] }),
    );
    // Whoever handed it over has no more to do with it than the policy says of others’ sessions.
    expect((await as('ana').get(`/api/sessions/${id}`)).status).toBe(404);
    expect(await listed('ana', 'all')).not.toContain(id);
  });

  it('are handed over coldly: theirs at once, and back when they decline', async () => {
    const id = await active();
    const offer = { channel: 'general', technician: 'bruno', acceptWithinSeconds: 60 };
    expect((await post('ana', id, 'transfer', offer)).status).toBe(200);
    const handed = await detail('bruno', id);
    expect(handed).toEqual(
      jasmine.objectContaining({ assignee: jasmine.objectContaining({ key: 'bruno' }) }),
    );
    expect(handed.abilities).toContain('claim');
    expect(handed.abilities).toContain('decline');
    await post('bruno', id, 'decline');
    expect((await detail('ana', id)).assignee?.key).toBe('ana');
    expect((await as('bruno').get(`/api/sessions/${id}`)).status).toBe(404);
  });

  it('are given to somebody of the channel by whoever runs it, without asking, and audited so', async () => {
    const id = await ready({ assignee: null });
    const { body } = await as('julia').get<{ technicians: { key: string }[] }>(
      `/api/sessions/${id}/assignees`,
    );
    const keys = body.technicians.map(({ key }) => key);
    expect(keys).toContain('bruno');
    expect(keys).not.toContain('hugo');
    expect((await detail('julia', id)).abilities).toContain('assign');
    const given = await post('julia', id, 'assign', { technician: 'bruno', note: 'Yours, please' });
    expect((given.body as Detail).assignee?.key).toBe('bruno');
    expect((await detail('bruno', id)).transfer).toBeNull();
    const { rows } = await api.tester.database.owner.raw<{ rows: { action: string }[] }>(
      "select action from audit_entries where subject_key = ? and actor ->> 'key' = 'julia'",
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['session.assign']);
  });

  it('are given to nobody who could not serve there, and by nobody whose they merely are', async () => {
    const id = await ready();
    expect((await post('ana', id, 'assign', { technician: 'bruno' })).status).toBe(403);
    const foreign = await post('julia', id, 'assign', { technician: 'hugo' });
    expect(foreign.body).toEqual(
      jasmine.objectContaining({ type: '/problems/technician-not-of-channel' }),
    );
    const there = await post('julia', id, 'assign', { technician: 'ana' });
    expect(there.body).toEqual(jasmine.objectContaining({ type: '/problems/already-there' }));
    expect((await detail('ana', id)).assignee?.key).toBe('ana');
  });

  it('let a guest do what was lent, which is noted for a replay, and what was lent by whom', async () => {
    const id = await active();
    const guest = { actions: ['session.view', 'tool.view', 'tool.reboot'], minutes: 60 };
    const invited = await post('ana', id, 'collaborators', { technician: 'ivan', guest });
    expect(invited.status).withContext(JSON.stringify(invited.body)).toBe(200);
    expect((await as('ivan').get(`/api/sessions/${id}`)).status).toBe(200);
    expect((await post('ivan', id, 'close', { outcome: 'solved' })).status).toBe(403);
    await api.desk.decisions.flush();
    const noted = await new DecisionStore(api.tester.database.app).since(0, 10_000);
    const said = (who: string, what: string) =>
      noted
        .filter(({ technician, action }) => technician === who && action === what)
        .map(({ allowed, standing }) => [allowed, 'lent' in standing]);
    expect(said('ivan', 'session.view')).toEqual([[true, true]]);
    expect(said('ivan', 'session.close')).toEqual([[false, false]]);
    expect(said('ana', 'tool.view')).toContain([true, false]);
    // The roles of the demonstration take restarting away, so Ana has none to lend.
    expect(said('ana', 'tool.reboot')).toEqual([[false, false]]);
  });

  it('are handed to a group: all of it may take it, and nobody else', async () => {
    const id = await ready();
    const offer = { channel: 'general', group: 'level-2', warm: true, acceptWithinSeconds: 60 };
    await post('ana', id, 'transfer', offer);
    expect((await as('bruno').get(`/api/sessions/${id}`)).status).toBe(404);
    expect((await detail('elena', id)).abilities).toContain('claim');
    expect((await post('ana', id, 'call-off-transfer')).status).toBe(200);
    expect((await as('elena').get(`/api/sessions/${id}`)).status).toBe(404);
  });

  it('go nowhere that is closed, unknown or without anybody who could take them', async () => {
    const id = await ready();
    const said = async (body: unknown) => {
      const problem = (await post('ana', id, 'transfer', body)).body as Problem;
      return [problem.type, ...(problem.errors ?? []).map(({ path, code }) => `${path} ${code}`)];
    };
    expect(await said({ channel: 'closed' })).toEqual([
      '/problems/channel-unknown',
      '/body/channel channel-unknown',
    ]);
    expect(await said({ channel: 'finance', technician: 'ana' })).toEqual([
      '/problems/technician-not-of-channel',
      '/body/technician technician-not-of-channel',
    ]);
    expect(await said({ channel: 'finance', group: 'mac-specialists' })).toEqual([
      '/problems/group-not-of-channel',
      '/body/group group-not-of-channel',
    ]);
    expect(await said({ channel: 'finance', warm: true })).toEqual(['/problems/warm-needs-time']);
    const both = { channel: 'general', technician: 'bruno', group: 'level-2' };
    expect(await said(both)).toEqual(['/problems/unfit-request', '/body/group malformed']);
    expect(await said({ note: 'Somewhere' })).toEqual([
      '/problems/unfit-request',
      '/body/channel missing',
    ]);
    expect((await detail('ana', id)).sequence).toBe(2);
  });

  it('stay in their channel where only somebody of it is named', async () => {
    const id = await ready();
    expect((await post('ana', id, 'transfer', { technician: 'hugo' })).status).toBe(422);
    const moved = (await post('ana', id, 'transfer', { technician: 'bruno' })).body as Detail;
    expect([moved.channel.key, moved.assignee?.key]).toEqual(['general', 'bruno']);
  });

  it('are shared: who was asked in comes, gets the mouse and gives it back', async () => {
    const id = await active();
    expect((await post('ana', id, 'collaborators', { technician: 'bruno' })).status).toBe(200);
    expect((await post('bruno', id, 'media-ticket')).status).toBe(409);
    expect((await detail('bruno', id)).abilities).toContain('join');
    await post('bruno', id, 'collaborators/accept');
    const ticket = await post('bruno', id, 'media-ticket');
    expect(ticket.status).toBe(201);
    expect((ticket.body as components['schemas']['MediaTicket']).driver).toBeNull();
    const shown = await api.desk.views.device(id);
    expect(shown.collaborators?.map(({ name }) => name)).toEqual(['Bruno Teixeira']);
    expect(shown.watchers.map(({ name }) => name)).toEqual(['Bruno Teixeira']);
    await post('ana', id, 'mouse', { technician: 'bruno' });
    const driving = await post('bruno', id, 'media-ticket');
    expect((driving.body as components['schemas']['MediaTicket']).driver?.technician).toBe('bruno');
    expect((await detail('ana', id)).abilities).toContain('return-mouse');
    await post('ana', id, 'mouse/return');
    expect((await detail('ana', id)).driver?.key).toBe('ana');
    await post('bruno', id, 'collaborators/leave');
    expect((await as('bruno').get(`/api/sessions/${id}`)).status).toBe(404);
  });

  it('let a guest do what the invitation lists and the inviter could, and no more', async () => {
    const id = await active();
    await post('ana', id, 'transfer', { channel: 'general', technician: 'davi' });
    const ivan = (guest?: unknown) =>
      post('davi', id, 'collaborators', { technician: 'ivan', ...(guest ? { guest } : {}) });
    expect((await ivan()).body).toEqual(
      jasmine.objectContaining({ type: '/problems/guest-needs-pass' }),
    );
    expect((await ivan({ actions: ['tool.view'], minutes: 5 })).body).toEqual(
      jasmine.objectContaining({ type: '/problems/guest-sees-nothing' }),
    );
    const actions = ['session.view', 'tool.view', 'tool.command', 'session.takeover'];
    expect((await ivan({ actions, minutes: 5 })).status).toBe(200);
    expect(await listed('ivan', 'all')).toContain(id);
    const session = (await api.desk.stores.record.find(id)) ?? missing();
    expect(api.desk.policy.actionsOn(session, 'ivan')).toEqual(['session.view', 'tool.view']);
    await post('ivan', id, 'collaborators/accept');
    expect((await post('ivan', id, 'media-ticket')).status).toBe(201);
    expect((await post('ivan', id, 'close', { outcome: 'solved' })).status).toBe(403);
    await post('davi', id, 'collaborators/remove', { technician: 'ivan' });
    expect((await as('ivan').get(`/api/sessions/${id}`)).status).toBe(404);
    expect(await listed('ivan', 'all')).not.toContain(id);
  });

  it('are joined by a manager visibly, and taken over by whom the policy lets', async () => {
    const id = await active();
    expect((await post('bruno', id, 'join')).status).toBe(404);
    const joined = await post('julia', id, 'join');
    expect((joined.body as Detail).collaborators.map(({ person }) => person.key)).toEqual([
      'julia',
    ]);
    expect((await post('kofi', id, 'take-over')).status).toBe(403);
    const taken = await post('julia', id, 'take-over');
    expect(taken.body).toEqual(
      jasmine.objectContaining({
        state: 'active',
        assignee: jasmine.objectContaining({ key: 'julia' }),
        driver: jasmine.objectContaining({ key: 'julia' }),
      }),
    );
    expect((await as('ana').get(`/api/sessions/${id}`)).status).toBe(404);
  });

  it('name whom one can ask in, and what one could lend a guest', async () => {
    const id = await ready();
    const { body } = await as('ana').get(`/api/sessions/${id}/collaborators`);
    const { technicians, actions } = body as {
      technicians: readonly { key: string; fromOutside: boolean }[];
      actions: readonly string[];
    };
    expect(technicians.find(({ key }) => key === 'bruno')?.fromOutside).toBeFalse();
    expect(technicians.find(({ key }) => key === 'hugo')?.fromOutside).toBeTrue();
    expect(technicians.some(({ key }) => key === 'otto' || key === 'ana')).toBeFalse();
    expect(actions).toContain('tool.view');
    expect(actions).not.toContain('session.takeover');
  });
});

describe('Requests and offers over HTTP', () => {
  let api: TestApi;
  let greta: TestClient;
  let ana: TestClient;
  let kofi: TestClient;

  beforeAll(async () => {
    api = await openTestApi();
    [greta, ana, kofi] = [
      await api.signedIn('greta'),
      await api.signedIn('ana'),
      await api.signedIn('kofi'),
    ];
  }, 60_000);
  afterAll(() => api.close(), 30_000);

  const routing = {
    mode: 'skills-least-busy',
    tiers: [{ groups: ['mac-specialists'], technicians: [], waitSeconds: 120 }],
    escalation: [{ name: 'Nobody took it', when: 'unclaimed', afterSeconds: 600 }],
  };
  const rules = {
    rules: [
      {
        name: 'Designers on a Mac',
        when: { system: ['macOS'], department: ['design'] },
        channel: 'design-mac',
      },
    ],
  };

  it('is set by whom the policy lets, and read back whole', async () => {
    const path = '/api/channels/design-mac/routing';
    expect((await ana.send('PUT', path, { body: routing })).status).toBe(403);
    expect((await greta.send('PUT', path, { body: routing })).status).toBe(200);
    expect((await greta.get(path)).body).toEqual(jasmine.objectContaining(routing));
    expect((await greta.send('PUT', '/api/routing/rules', { body: rules })).status).toBe(403);
    expect((await kofi.send('PUT', '/api/routing/rules', { body: rules })).body).toEqual(rules);
  });

  it('says where a request would go, to whom, and why', async () => {
    const { status, body } = await greta.post('/api/routing/try', {
      system: 'macOS 15.1',
      department: 'Graphic Design',
      words: 'Illustrator closes when I export',
    });
    expect(status).toBe(200);
    expect(body).toEqual(
      jasmine.objectContaining({ channel: 'design-mac', rule: 'Designers on a Mac' }),
    );
    const { people, step } = body as {
      people: readonly { person: { key: string }; reason: string }[];
      step: { kind: string; person?: { key: string } };
    };
    expect(people.map(({ person }) => person.key).sort()).toEqual(['davi', 'greta', 'hugo']);
    expect(['offer', 'wait']).toContain(step.kind);
    expect((await ana.post('/api/routing/try', {})).status).toBe(403);
  });

  it('is refused with the place of what is wrong, and nothing is changed', async () => {
    const path = '/api/channels/design-mac/routing';
    const bad = await greta.send('PUT', path, {
      body: { ...routing, tiers: [{ waitSeconds: 5 }] },
    });
    expect(bad.status).toBe(422);
    expect(bad.body).toEqual(
      jasmine.objectContaining({
        type: '/problems/routing-refused',
        errors: [
          {
            ...{ path: '/body/tiers/0', code: 'nobody-named' },
            message: 'a tier needs a group or a technician',
          },
        ],
      }),
    );
    const odd = await greta.send('PUT', path, { body: { ...routing, colour: 'red' } });
    expect(odd.status).toBe(422);
    expect(odd.body).toEqual(
      jasmine.objectContaining({
        errors: [jasmine.objectContaining({ path: '/body/colour', code: 'field-unknown' })],
      }),
    );
    const nowhere = { rules: [{ ...rules.rules[0], channel: 'nowhere' }] };
    expect((await kofi.send('PUT', '/api/routing/rules', { body: nowhere })).status).toBe(422);
    expect((await greta.get(path)).body).toEqual(jasmine.objectContaining(routing));
  });
});

function missing(): never {
  throw new Error('It is not there.');
}
