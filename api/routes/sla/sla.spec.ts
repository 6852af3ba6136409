import type { components } from '../../generated/openapi.js';
import { openTestApi, type TestApi } from '../../testing/test-api-testing.js';

type Schemas = components['schemas'];
type Problem = Schemas['Problem'];

const week = { mon: [['08:00', '12:00']], tue: [['08:00', '12:00']] };
const calendar = {
  key: 'mornings',
  place: 'general',
  name: 'Mornings',
  content: { zone: 'Europe/Lisbon', week, exceptions: { '2026-12-25': [] } },
};
const clock = {
  name: 'first-response',
  target: 900,
  hours: 'calendar',
  start: ['requested'],
  stop: ['answered'],
  cancel: ['abandoned'],
  pause: ['waiting-user'],
  resumesOnReopen: false,
  repeats: false,
  steps: [{ percent: 80, action: 'notify', channel: null }],
};
const policy = {
  key: 'quick',
  place: 'general',
  name: 'Quick',
  calendar: 'mornings',
  clocks: [clock],
};

describe('Calendars, policies and promises', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(async () => {
    await api.close();
  });

  const messagesOf = (body: Problem) => body.errors?.map(({ message }) => message);

  it('are shown with the demonstration’s promises to who may see them, and to nobody else', async () => {
    const [julia, ana, lena] = await Promise.all(
      ['julia', 'ana', 'lena'].map((key) => api.signedIn(key)),
    );
    const hers = (await julia?.get<Schemas['Sla']>('/api/sla'))?.body;
    expect(new Set(hers?.promises.map(({ channel }) => channel))).toEqual(
      new Set(['general', 'stores']),
    );
    expect(hers?.mayConfigure).toEqual(['general', 'stores']);
    expect(hers?.calendars.map(({ key }) => key)).toContain('office-hours');
    expect((await ana?.get<Schemas['Sla']>('/api/sla'))?.body).toEqual({
      calendars: [],
      policies: [],
      promises: [],
      mayConfigure: [],
      lateness: { steps: 0, p50Ms: null, p99Ms: null, mostMs: null },
    });
    const auditors = (await lena?.get<Schemas['Sla']>('/api/sla'))?.body;
    expect(auditors?.promises).toHaveSize(16);
    expect(auditors?.mayConfigure).toEqual([]);
  });

  it('are changed by a new version, which counts from an instant ahead, and are audited', async () => {
    const julia = await api.signedIn('julia');
    const made = await julia.post<Schemas['SlaVersionNumber']>('/api/sla/calendars', calendar);
    expect([made.status, made.body.version]).toEqual([201, 1]);
    expect(Date.parse(made.body.countsFrom)).toBeGreaterThan(Date.now() + 59_000);
    const later = { ...calendar, name: 'Early mornings', countsFrom: '2031-01-01T00:00:00Z' };
    expect((await julia.post('/api/sla/calendars', later)).body).toEqual({
      key: 'mornings',
      version: 2,
      countsFrom: '2031-01-01T00:00:00.000Z',
    });
    expect((await julia.post('/api/sla/policies', policy)).status).toBe(201);
    const promise = { channel: 'general', priority: 'high', policy: 'quick' };
    expect((await julia.post('/api/sla/promises', promise)).status).toBe(201);
    const shown = (await julia.get<Schemas['Sla']>('/api/sla')).body;
    const versions = shown.calendars.filter(({ key }) => key === 'mornings');
    expect(versions.map(({ version, name }) => [version, name])).toEqual([
      [2, 'Early mornings'],
      [1, 'Mornings'],
    ]);
    expect(versions[0]?.release).toBe(process.versions['tz'] ?? '');
    const audited = await api.tester.database.owner.raw<{ rows: { subject_key: string }[] }>(
      `select subject_key from audit_entries where action = 'sla.configure' order by id`,
    );
    expect(audited.rows.map((row) => row.subject_key)).toEqual([
      'mornings',
      'mornings',
      'quick',
      'general',
    ]);
  });

  it('are refused with the place of every fault, and nothing is changed', async () => {
    const julia = await api.signedIn('julia');
    const before = (await julia.get('/api/sla')).body;
    const wrong = {
      ...calendar,
      content: {
        zone: 'Mars/Olympus',
        week: {
          mon: [
            ['08:00', '12:00'],
            ['11:00', '13:00'],
          ],
          tue: [['12:00', '08:00']],
        },
        exceptions: { '2026-02-30': [] },
      },
    };
    const answer = await julia.post<Problem>('/api/sla/calendars', wrong);
    expect(answer.status).toBe(422);
    expect(messagesOf(answer.body)).toEqual([
      'mon: 11:00–13:00 overlaps 08:00–12:00',
      'tue: 12:00–08:00 ends before it begins',
      '"2026-02-30" is not a date (YYYY-MM-DD)',
      '"Mars/Olympus" is not a zone of the zone database.',
    ]);
    const endless = { ...policy, calendar: 'nowhere', clocks: [{ ...clock, stop: [] }] };
    expect(messagesOf((await julia.post<Problem>('/api/sla/policies', endless)).body)).toEqual([
      'nothing stops "first-response"',
      'there is no calendar "nowhere" here',
    ]);
    const past = { ...calendar, countsFrom: '2026-01-01T00:00:00Z' };
    expect((await julia.post('/api/sla/calendars', past)).status).toBe(422);
    const unknown = { channel: 'general', priority: 'low', policy: 'nothing-such' };
    expect((await julia.post('/api/sla/promises', unknown)).status).toBe(422);
    expect((await julia.get('/api/sla')).body).toEqual(before);
  });

  it('belong to their place: nobody takes another channel’s key, nor configures elsewhere', async () => {
    const [julia, greta] = [await api.signedIn('julia'), await api.signedIn('greta')];
    const taken = await greta.post<Problem>('/api/sla/calendars', {
      ...calendar,
      key: 'office-hours',
      place: 'design-mac',
    });
    expect([taken.status, taken.body.type]).toEqual([409, '/problems/sla-key-taken']);
    for (const place of ['*', 'finance']) {
      expect((await julia.post('/api/sla/calendars', { ...calendar, place })).status).toBe(403);
    }
  });

  it('can be added by the application and changed by nobody', async () => {
    const { app } = api.tester.database;
    for (const table of ['sla_calendars', 'sla_policies', 'sla_promises']) {
      await expectAsync(app.raw(`update ${table} set made_at = now()`)).toBeRejectedWithError(
        /permission denied/,
      );
      await expectAsync(app.raw(`delete from ${table}`)).toBeRejectedWithError(/permission denied/);
    }
  });
});
