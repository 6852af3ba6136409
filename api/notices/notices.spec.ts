import { until } from '../../workflows/until-testing.js';
import { HttpReceiver } from '../../activities/notices/http-receiver-testing.js';
import { ProposalStore } from '../../activities/policy/proposal-store.js';
import { rowOf, rowsOf } from '../../activities/store/database.js';
import { Webhook } from 'standardwebhooks';
import type { components } from '../generated/openapi.js';
import { auditPart } from '../health/audit-part.js';
import { invite, joined, openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';

type Schemas = components['schemas'];

describe('Notices and webhooks over HTTP', () => {
  let api: TestApi;
  let ana: TestClient;
  let kofi: TestClient;
  let receiver: HttpReceiver;

  beforeAll(async () => {
    api = await openTestApi();
    receiver = await HttpReceiver.open();
    ana = await api.signedIn('ana');
    kofi = await api.signedIn('kofi');
    await api.tester.notices.round();
  }, 60_000);
  afterAll(async () => {
    receiver.close();
    await api.close();
  }, 30_000);

  const told = async (who: TestClient): Promise<Schemas['NoticePage']> =>
    (await who.send<Schemas['NoticePage']>('GET', '/api/notices')).body;

  const settings = (changes: Partial<Schemas['WebhookSettings']> = {}) => ({
    ...{ url: receiver.url, description: 'Tickets', channel: null, enabled: true },
    types: ['session.requested'],
    ...changes,
  });

  it('tell a technician that the invited person came, until they have seen it', async () => {
    const invited = await invite(ana);
    await joined(api, invited);
    await api.tester.notices.round();
    const page = await told(ana);
    expect(page.unread).toBe(1);
    const [notice] = page.notices;
    expect(notice?.kind).toBe('user-arrived');
    expect(notice?.session?.requester).toBe('Aaron Whitfield');
    await ana.post('/api/notices/read', { upTo: notice?.id });
    expect((await told(ana)).unread).toBe(0);
  });

  it('never show what the receiver may no longer see', async () => {
    const invited = await invite(ana, { assign: 'queue' });
    await api.tester.notices.round();
    const elena = await api.signedIn('elena');
    const shows = async (): Promise<boolean> =>
      (await told(elena)).notices.some(({ session }) => session?.id === invited.id);
    expect(await shows()).toBeTrue();
    await ana.post(`/api/sessions/${invited.id}/claim`);
    const seen = await rowOf(
      api.tester.database.app,
      'select 1 from notices where technician = :t',
      {
        t: 'elena',
      },
    );
    expect(seen).not.toBeNull();
    expect(await shows()).toBeFalse();
  });

  it('tell of the desk itself whom it concerns, for as long as it is theirs to know', async () => {
    const [lena, mateo] = await Promise.all([api.signedIn('lena'), api.signedIn('mateo')]);
    const findings = ['leaf 4: the entry is not what its hash says'];
    const result = { size: 10, entries: 10, findings, checkpoint: null, again: 0 };
    const asked = {
      actor: { kind: 'desk', rule: 'a spec' },
      action: null,
      revision: null,
    } as const;
    await api.desk.stores.runs.note(crypto.randomUUID(), 'verification', asked, result);
    await api.tester.notices.deskRound();
    const page = await told(lena);
    expect(page.unread).toBe(1);
    expect(page.notices[0]).toEqual(
      jasmine.objectContaining({ kind: 'audit-broken', session: null, unread: true }),
    );
    expect((await told(mateo)).notices.some(({ kind }) => kind === 'audit-broken')).toBeFalse();
    await rowsOf(
      api.tester.database.owner,
      "update notices set technician = 'mateo' where technician = 'lena'",
    );
    expect((await told(mateo)).unread).toBe(0);
    expect(await auditPart(api.desk.stores.runs).check()).toMatch(
      /^NOT AS IT WAS SIGNED: 1 findings/,
    );
  });

  it('tell of a change of the policy for as long as one may approve it', async () => {
    const [mateo, nora] = await Promise.all([api.signedIn('mateo'), api.signedIn('nora')]);
    const { digest, revision } = api.desk.policyOffice.source.entry;
    const id = crypto.randomUUID();
    const set = { digest, revision, files: {} };
    const change = { id, set, base: digest, source: 'console', title: 'No recording' } as const;
    const proposals = new ProposalStore(api.tester.database.app, { ring: () => undefined });
    await proposals.add({ ...change, proposedBy: 'mateo', findings: {} }, null);
    await api.tester.notices.deskRound();
    const [notice] = (await told(nora)).notices;
    expect(notice?.kind).toBe('policy-proposed');
    expect(notice?.proposal).toEqual(jasmine.objectContaining({ id, title: 'No recording' }));
    expect(notice?.proposal?.proposedBy?.key).toBe('mateo');
    const waitsFor = async (who: TestClient) =>
      (await told(who)).notices.some(({ kind }) => kind === 'policy-proposed');
    expect(await waitsFor(mateo)).toBeFalse();
    await rowsOf(
      api.tester.database.owner,
      "update notices set technician = 'lena' where technician = 'nora'",
    );
    expect(await waitsFor(await api.signedIn('lena'))).toBeFalse();
  });

  it('let who configures every channel tell another system, and nobody else', async () => {
    const refused = await ana.post('/api/webhooks', settings());
    expect(refused.status).toBe(403);
    const made = await kofi.post<Schemas['Webhook']>('/api/webhooks', settings());
    expect(made.status).toBe(201);
    const { id } = made.body;
    const secret = await kofi.send<{ secret: string }>('GET', `/api/webhooks/${id}/secret`);
    const invited = await invite(ana);
    await api.tester.notices.round();
    const { headers, body } = await receiver.call((call) => call.body.includes(invited.id));
    const checked = new Webhook(secret.body.secret).verify(body, headers as Record<string, string>);
    expect(checked).toEqual(jasmine.objectContaining({ type: 'session.requested' }));
    const log = await until('the call is in the log', async () => {
      const page = await kofi.send<Schemas['DeliveryPage']>(
        'GET',
        `/api/webhooks/${id}/deliveries`,
      );
      return page.body.deliveries.find(({ state }) => state === 'delivered');
    });
    expect(log.attempts.map(({ status }) => status)).toEqual([204]);
    expect((await kofi.send('DELETE', `/api/webhooks/${id}`)).status).toBe(204);
    expect((await kofi.send('GET', `/api/webhooks/${id}/secret`)).status).toBe(404);
  });

  it('show when a call that failed is tried next, and let who administers them have it tried at once', async () => {
    receiver.answer = 500;
    const made = await kofi.post<Schemas['Webhook']>('/api/webhooks', settings());
    const log = `/api/webhooks/${made.body.id}/deliveries`;
    await kofi.post(`/api/webhooks/${made.body.id}/test`);
    await api.tester.notices.round();
    const latest = async () => (await kofi.get<Schemas['DeliveryPage']>(log)).body.deliveries[0];
    const waiting = await until('it waits', async () => {
      const found = await latest();
      return found?.nextTryAt != null && found;
    });
    const { webhooks } = (await kofi.get<{ webhooks: Schemas['Webhook'][] }>('/api/webhooks')).body;
    const listed = webhooks.find(({ id }) => id === made.body.id);
    expect([listed?.latest, listed?.nextTryAt]).toEqual(['waiting', waiting.nextTryAt]);
    const again = `/api/deliveries/${waiting.id}/again`;
    expect((await ana.post(again)).status).toBe(403);
    receiver.answer = 204;
    expect((await kofi.post(again)).status).toBe(204);
    const pressedTwice = await kofi.post<Schemas['Problem']>(again);
    expect(pressedTwice.body.type).toBe('/problems/delivery-under-way');
    await api.tester.notices.round();
    await until('it has arrived', async () => (await latest())?.state === 'delivered');
    expect((await latest())?.attempts.map(({ status }) => status)).toEqual([500, 204]);
    await kofi.send('DELETE', `/api/webhooks/${made.body.id}`);
  });

  it('refuse addresses and channels that cannot be, and change nothing', async () => {
    const before = await kofi.send('GET', '/api/webhooks');
    for (const changes of [
      { url: 'ftp://example.org/hook' },
      { url: 'https://user:secret@example.org/' },
      { channel: 'no-such-channel' },
      { types: [] },
      { description: '  ' },
      { description: 'Tickets\nof the night' },
    ]) {
      const answer = await kofi.post('/api/webhooks', settings(changes));
      expect([400, 422]).withContext(JSON.stringify(changes)).toContain(answer.status);
    }
    expect((await kofi.send('GET', '/api/webhooks')).body).toEqual(before.body);
  });

  it('mail an invitation once, and only to an address', async () => {
    const without = await ana.post<Schemas['Problem']>('/api/invitations', {
      ...{ name: 'Aaron Whitfield', subject: 'No sound', mail: true },
    });
    expect(without.body.type).toBe('/problems/address-missing');
    const { id } = await invite(ana, { mail: true, address: 'aaron@example.com' });
    const queued = await rowOf<{ times: number }>(
      api.tester.database.app,
      "select count(*)::int as times from deliveries where session_id = :id and type = 'invitation'",
      { id },
    );
    expect(queued?.times).toBe(1);
  });
});
