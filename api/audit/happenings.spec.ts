import { randomBytes } from 'node:crypto';
import { gather } from '../../activities/audit/gather.js';
import { rowsOf } from '../../activities/store/database.js';
import type { components } from '../generated/openapi.js';
import { invite, joined, openTestApi, type TestApi } from '../testing/test-api-testing.js';

type Schemas = components['schemas'];

interface Entry {
  readonly kind: string;
  readonly action: string | null;
  readonly revision: string | null;
  readonly data: { readonly gathered?: readonly Record<string, unknown>[] };
  readonly texts: Record<string, string>;
}

const period = 'from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z';

describe('What the audit is told over HTTP', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
  });

  afterAll(async () => {
    await api.close();
  });

  /** The entries about a subject, after all that waited was gathered. */
  async function told(kind: string, key: string): Promise<readonly Entry[]> {
    const { owner, app } = api.tester.database;
    await api.desk.happenings.settled();
    await owner.raw(`update gathered set minute = minute - interval '2 minutes'`);
    await gather(app);
    return rowsOf<Entry>(
      owner,
      `select kind, action, revision, data, (
         select coalesce(jsonb_object_agg(named.key, t.text), '{}')
         from jsonb_each_text(e.texts) named join personal_texts t
           on t.subject_kind = e.subject_kind and t.subject_key = e.subject_key
           and t.digest = decode(named.value, 'hex')) as texts
       from audit_entries e where subject_kind = :kind and subject_key = :key order by id`,
      { kind, key },
    );
  }

  const revision = () => api.desk.policy.authorizer.revision;

  it('names who signs out, from where and under which policy, once', async () => {
    const bruno = await api.signedIn('bruno');
    expect((await bruno.post('/api/sign-out')).status).toBe(204);
    expect((await bruno.post('/api/sign-out')).status).toBe(401);
    const entries = await told('technician', 'bruno');
    expect(entries.filter(({ action }) => action === 'sign-out')).toEqual([
      jasmine.objectContaining({
        kind: 'sign-in',
        revision: revision(),
        texts: { from: '127.0.0.1' },
      }),
    ]);
  });

  it('gathers sign-ins that came to nothing, whoever it was', async () => {
    const back = '/api/sign-in/callback?code=x&state=y';
    for (let time = 0; time < 3; time += 1) {
      expect((await api.stranger.get(back)).status).toBe(400);
    }
    const entries = await told('desk', 'sign-in');
    expect(entries.flatMap(({ data }) => data.gathered ?? [])).toEqual([
      { outcome: 'begun-elsewhere', revision: revision(), times: 3 },
    ]);
    expect(entries[0]?.texts).toEqual({ from: '127.0.0.1' });
  });

  it('gathers codes that are given out, and digits that lead nowhere with who entered them', async () => {
    const ana = await api.signedIn('ana');
    const device = {
      deviceKey: randomBytes(32).toString('base64url'),
      kind: 'helper',
      info: { system: 'Debian GNU/Linux' },
    };
    const issued = await api.stranger.post<Schemas['IssuedCode']>('/api/codes', device);
    const { deviceToken, code } = issued.body;
    const wrong = code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    for (let time = 0; time < 2; time += 1) {
      expect((await ana.post('/api/code-entries', { code: wrong })).status).toBe(404);
    }
    expect((await api.stranger.post('/api/code-waits/end', { deviceToken })).status).toBe(204);
    const codes = (await told('code', 'codes')).flatMap(({ data }) => data.gathered ?? []);
    expect(codes.map(({ did, times }) => [did, times])).toEqual([
      ['given-up', 1],
      ['issued', 1],
    ]);
    const [entry] = (await told('technician', 'ana')).filter(({ kind }) => kind === 'door');
    const [gathered] = entry?.data.gathered ?? [];
    expect(gathered).toEqual(jasmine.objectContaining({ did: 'entered-wrong-code', times: 2 }));
    expect(entry?.revision).toBe(revision());
    expect(JSON.stringify(entry)).not.toContain(code.slice(0, 8));
  });

  it('names who took which report away before they have it', async () => {
    const lena = await api.signedIn('lena');
    expect((await lena.get(`/api/reports/sla/csv?${period}`)).status).toBe(200);
    expect((await lena.get(`/api/reports/sla/xlsx?${period}`)).status).toBe(200);
    const [entry] = await told('report', 'sla');
    expect(entry?.kind).toBe('export');
    expect(entry?.data.gathered?.map(({ format, from }) => [format, from])).toEqual([
      ['csv', '2026-10-01T00:00:00.000Z'],
      ['xlsx', '2026-10-01T00:00:00.000Z'],
    ]);
  });

  it('names who read in it', async () => {
    const lena = await api.signedIn('lena');
    for (let time = 0; time < 3; time += 1) {
      expect((await lena.get('/api/audit')).status).toBe(200);
    }
    const looks = (await told('audit', 'log')).filter(({ kind }) => kind === 'look');
    const gathered = looks.flatMap(({ data }) => data.gathered ?? []);
    expect(gathered.reduce((sum, { times }) => sum + Number(times), 0)).toBe(3);
    expect(gathered[0]).toEqual(jasmine.objectContaining({ action: 'audit.read', look: 'search' }));
  });

  it('says where the user’s own commands and words came from', async () => {
    const invited = await invite(await api.signedIn('ana'));
    const user = await joined(api, invited);
    expect((await user.post('/api/device/messages', { text: 'Hello?' })).status).toBe(201);
    expect((await user.post('/api/device/leave')).status).toBe(200);
    const entries = await told('session', invited.id);
    const unnamed = entries.filter(({ texts }) => texts['from'] !== '127.0.0.1');
    expect(unnamed.map(({ data }) => data)).toEqual([]);
    expect(entries.length).toBeGreaterThan(4);
  });
});
