import type { components } from '../../generated/openapi.js';
import { livedSession } from '../../testing/lived-session-testing.js';
import { openTestApi, type TestApi } from '../../testing/test-api-testing.js';
import type { TestClient } from '../../testing/test-client-testing.js';

type Schemas = components['schemas'];
const minute = 60_000;
const period = 'from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z';

describe('Reports of promises', () => {
  let api: TestApi;
  let lena: TestClient;
  /** Thursday, 1 October 2026, at ten in São Paulo. */
  const begin = Date.parse('2026-10-01T13:00:00Z');

  beforeAll(async () => {
    api = await openTestApi();
    lena = await api.signedIn('lena');
    await lived('general', begin, { answer: 10, close: 30 });
    await lived('general', begin + 60 * minute, { answer: 90, close: 120 });
    await lived('finance', begin + 24 * 60 * minute, { answer: 5, close: 45 });
    // Ended only after the period.
    await lived('general', Date.parse('2026-10-31T10:00:00Z'), { answer: 60, close: 4_000 });
  });
  afterAll(() => api.close());

  const lived = (channel: string, at: number, course: { answer: number; close: number }) =>
    livedSession(api, { channel, at, ...course });

  const report = async (query = period, reader = lena) =>
    (await reader.get<Schemas['SlaReport']>(`/api/reports/sla?${query}`)).body;

  it('count what was kept, missed and open as things stood at the end of the period', async () => {
    const { all, parts, open, outcomes } = await report();
    expect(all.sessions).toBe(4);
    expect(all.clocks.find(({ name }) => name === 'first-response')).toEqual(
      jasmine.objectContaining({ kept: 3, missed: 1, open: 0 }),
    );
    expect(outcomes).toEqual({ open: 1, solved: 3 });
    expect(open.sessions).toBe(1);
    expect(open.oldestAgeMs).toBe(14 * 60 * minute);
    expect(parts.map(({ key, sessions }) => [key, sessions])).toEqual([
      ['finance', 1],
      ['general', 3],
    ]);
  });

  it('give nearest-rank percentiles with their population and what was left out', async () => {
    const { measures } = (await report()).all;
    expect(measures.find(({ name }) => name === 'firstResponse')).toEqual({
      name: 'firstResponse',
      population: 4,
      excluded: 0,
      p50: 10 * minute,
      p90: 90 * minute,
      p95: 90 * minute,
    });
    expect(measures.find(({ name }) => name === 'resolution')).toEqual(
      jasmine.objectContaining({ population: 3, excluded: 1, p50: 45 * minute }),
    );
  });

  it('are the same to the byte whatever was edited and added since', async () => {
    const files = async () =>
      Promise.all(
        ['', '/csv', '/xlsx'].map(async (kind) => {
          const answer = await fetch(`${api.url}/api/reports/sla${kind}?${period}&by=group`, {
            headers: lena.headers,
          });
          expect(answer.status).toBe(200);
          return Buffer.from(await answer.arrayBuffer()).toString('base64');
        }),
      );
    const before = await files();
    const { owner } = api.tester.database;
    await owner.raw(`update channels set name = 'Everything else' where key = 'general'`);
    await owner.raw(`update technicians set name = 'Ana M.' where key = 'ana'`);
    await owner.raw(`update groups set name = 'Everybody' where key = 'level-1'`);
    await owner.raw(`delete from group_members where technician = 'ana'`);
    await lived('general', Date.parse('2026-11-02T13:00:00Z'), { answer: 10, close: 30 });
    expect(await files()).toEqual(before);
  });

  it('open every figure to its sessions', async () => {
    const missed = await lena.get<Schemas['ReportSessions']>(
      `/api/reports/sla/sessions?${period}&clock=first-response&outcome=missed&part=general`,
    );
    expect(missed.body.total).toBe(1);
    expect(missed.body.sessions[0]).toEqual(
      jasmine.objectContaining({ channel: 'general', technician: 'ana', visible: true }),
    );
  });

  const zone = 'America/Sao_Paulo';
  const behind = async (query: string) => {
    const path = `/api/reports/sla/sessions?${period}&zone=${zone}&${query}`;
    const { status, body } = await lena.get<Schemas['ReportSessions']>(path);
    expect(status).withContext(query).toBe(200);
    return body;
  };
  const expectBehind = async (query: string, total: number) => {
    expect((await behind(query)).total)
      .withContext(query)
      .toBe(total);
  };

  it('open durations to who had them, from the very session of a percentile on, and to who was left out', async () => {
    const { measures } = (await report()).all;
    for (const { name, population, excluded, p90 } of measures) {
      // Of turns the figure counts each, and its list has their sessions.
      if (name === 'nextResponse') continue;
      await expectBehind(`measure=${name}`, population);
      await expectBehind(`measure=${name}&excluded=true`, excluded);
      const [first] = (await behind(`measure=${name}&atLeast=${p90 ?? 0}`)).sessions;
      expect(first?.tookMs ?? null)
        .withContext(name)
        .toBe(p90);
    }
    const [leftOut] = (await behind('measure=resolution&excluded=true')).sessions;
    expect(leftOut?.outcome).toBe('open');
    expect((await behind('skip=3')).sessions).toHaveSize(1);
  });

  it('open every mark of a plot by the rules that drew it', async () => {
    const shown = await report(`${period}&zone=${zone}`);
    for (const { week, clocks } of shown.weeks) {
      const found = clocks.find(({ name }) => name === 'first-response');
      await expectBehind(`week=${week}&clock=first-response&outcome=kept`, found?.kept ?? 0);
      await expectBehind(`week=${week}&clock=first-response&outcome=missed`, found?.missed ?? 0);
    }
    for (const { weekday, hour, arrivals } of shown.hours) {
      await expectBehind(`weekday=${weekday}&hour=${hour}`, arrivals);
    }
    for (const { day, arrived, ended, backlog } of shown.days) {
      await expectBehind(`day=${day}&dayOf=arrived`, arrived);
      await expectBehind(`day=${day}&dayOf=ended`, ended);
      await expectBehind(`day=${day}&dayOf=backlog`, backlog);
    }
  });

  it('open what became of sessions, and what was promised to none', async () => {
    const shown = await report();
    for (const { key, sessions } of shown.handling) {
      await expectBehind(`handledBy=${key}`, sessions);
    }
    for (const [ended, sessions] of Object.entries(shown.outcomes)) {
      await expectBehind(`ended=${ended}`, sessions);
    }
    await expectBehind('transferred=true', shown.transfers.sessions);
    await expectBehind('by=customer&partless=true', shown.all.sessions);
    await expectBehind('clock=first-response&outcome=unpromised', 0);
  });

  it('say which part of a figure means nothing by itself', async () => {
    for (const query of ['atLeast=5', 'excluded=true', 'day=2026-10-01', 'outcome=kept']) {
      const path = `/api/reports/sla/sessions?${period}&${query}`;
      const { status, body } = await lena.get<Schemas['Problem']>(path);
      expect([status, body.errors?.[0]?.path]).toEqual([422, `/query/${query.split('=')[0]}`]);
    }
  });

  it('are cut down to the channels of which somebody may read reports', async () => {
    const [greta, ana] = [await api.signedIn('greta'), await api.signedIn('ana')];
    expect((await report(period, greta)).all.sessions).toBe(0);
    expect((await report(period, ana)).filter.channels).toEqual([]);
    expect((await greta.get(`/api/reports/sla?${period}&channel=general`)).status).toBe(404);
  });

  it('are refused for a period that ends before it starts, has not begun, or an unknown zone', async () => {
    const refused = async (query: string) => {
      const { status, body } = await lena.get<Schemas['Problem']>(`/api/reports/sla?${query}`);
      return [status, body.errors?.[0]?.path];
    };
    expect(await refused('from=2026-11-01T00:00:00Z&to=2026-10-01T00:00:00Z')).toEqual([
      422,
      '/query/to',
    ]);
    expect(await refused('from=2126-11-01T00:00:00Z&to=2126-12-01T00:00:00Z')).toEqual([
      422,
      '/query/from',
    ]);
    expect(await refused(`${period}&zone=Mars/Olympus`)).toEqual([422, '/query/zone']);
  });

  it('explain a session’s clocks, and give one another target on purpose', async () => {
    const { id } = (
      await (
        await api.signedIn('julia')
      ).post<Schemas['Invitation']>('/api/invitations', {
        name: 'Aaron Whitfield',
        subject: 'Illustrator closes when I export',
        channel: 'general',
      })
    ).body.session;
    const julia = await api.signedIn('julia');
    const explained = await julia.get<Schemas['SessionClocks']>(`/api/sessions/${id}/clocks`);
    expect(explained.body.clocks.map(({ name, state }) => [name, state])).toEqual([
      ['first-response', 'not-started'],
      ['next-response', 'not-started'],
      ['resolution', 'not-started'],
    ]);
    const retarget = { clock: 'resolution', target: 7_200 };
    expect((await julia.post(`/api/sessions/${id}/retarget`, retarget)).status).toBe(200);
    const after = await julia.get<Schemas['SessionClocks']>(`/api/sessions/${id}/clocks`);
    const [, , resolution] = after.body.clocks;
    expect([resolution?.target, resolution?.promised]).toEqual([7_200, 28_800]);
    const all = { channel: 'general', clock: 'resolution', target: 3_600 };
    const asked = 'channel=general&clock=resolution&target=3600';
    const count = async () =>
      (await julia.get<Schemas['RunningClocks']>(`/api/sla/running-clocks?${asked}`)).body;
    expect(await count()).toEqual({ sessions: 1, dueAtOnce: 0, missed: 0 });
    const done = await julia.post<{ retargeted: number; left: number }>(
      '/api/sla/running-clocks',
      all,
    );
    expect([done.status, done.body]).toEqual([200, { retargeted: 1, left: 0 }]);
    expect(await count()).toEqual({ sessions: 0, dueAtOnce: 0, missed: 0 });
    const greta = await api.signedIn('greta');
    expect((await greta.post('/api/sla/running-clocks', all)).status).toBe(403);
    const unknown = { clock: 'nothing', target: 7_200 };
    expect((await julia.post(`/api/sessions/${id}/retarget`, unknown)).status).toBe(422);
  });
});
