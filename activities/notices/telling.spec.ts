import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import {
  appendOf,
  envelopeOf,
  requestOf,
  technician,
  user,
} from '../../workflows/support-session/commands-testing.js';
import { type ChannelRouting, openQueue } from '../../workflows/domain/routing/channel-routing.js';
import type { RequestCommand } from '../../workflows/domain/session/commands.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import { openTestDesk, type TestDesk } from '../desk-testing.js';
import { rowOf, rowsOf } from '../store/database.js';
import { readDemonstration } from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { until } from '../../workflows/until-testing.js';
import { invitationType, requester } from './carry-mail.js';
import { DeliveryLog } from './delivery-log.js';
import { HttpReceiver } from './http-receiver-testing.js';
import { NoticePreferences } from './notice-preferences.js';
import { SmtpReceiver } from './smtp-receiver-testing.js';
import { WebhookSecrets } from './webhook-secret.js';
import { webhookPayload } from './webhook-payload.js';
import { type WebhookSettings, WebhookStore } from './webhook-store.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('Telling people and other systems', () => {
  let desk: TestDesk;
  let receiver: HttpReceiver;
  let mailbox: SmtpReceiver;
  let webhooks: WebhookStore;
  let log: DeliveryLog;
  const by = { technician: 'kofi', grant: { action: 'channel.configure', revision: 'a-revision' } };

  beforeAll(async () => {
    mailbox = await SmtpReceiver.open();
    receiver = await HttpReceiver.open();
    desk = await openTestDesk({ mail: { url: mailbox.url, from: 'Desk <desk@example.org>' } });
    await seedDemonstration(desk.database.owner, readDemonstration(root));
    await rowsOf(
      desk.database.owner,
      "update technicians set address = key || '@example.org', language = 'pt-BR'",
    );
    webhooks = new WebhookStore(desk.database.app);
    log = new DeliveryLog(desk.database.app);
    await desk.notices.round();
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    receiver.close();
    mailbox.close();
  }, 30_000);

  async function invited(changes: Partial<RequestCommand> = {}): Promise<string> {
    const id = crypto.randomUUID();
    await desk.commands.send(id, envelopeOf(requestOf(id, changes)));
    return id;
  }

  async function noticesOf(sessionId: string): Promise<readonly string[]> {
    const rows = await rowsOf<{ told: string }>(
      desk.database.app,
      `select technician || ': ' || kind as told from notices
       where session_id = :sessionId order by position`,
      { sessionId },
    );
    return rows.map(({ told }) => told);
  }

  async function routed(channel: string, routing: ChannelRouting): Promise<void> {
    await rowsOf(
      desk.database.owner,
      `insert into channel_routing (channel, document) values (:channel, :document)
       on conflict (channel) do update set document = excluded.document`,
      { channel, document: JSON.stringify(routing) },
    );
  }

  async function hooked(changes: Partial<WebhookSettings> = {}): Promise<string> {
    const id = crypto.randomUUID();
    const settings: WebhookSettings = {
      ...{ url: receiver.url, description: 'Tickets', channel: null, enabled: true },
      types: ['session.requested', 'session.closed'],
      ...changes,
    };
    await webhooks.add(id, settings, by);
    return id;
  }

  it('tells a technician once that their user is there, however often it is worked out', async () => {
    const id = await invited();
    const joined = { type: 'join-device', deviceId: crypto.randomUUID(), kind: 'helper' } as const;
    await desk.commands.send(id, envelopeOf(joined, user));
    await desk.notices.round();
    await rowsOf(
      desk.database.app,
      'update notice_cursor set sequence = 0, xid = (select min(xid) from session_events where session_id = :id)',
      { id },
    );
    await desk.notices.round();
    expect(await noticesOf(id)).toEqual(['ana: user-arrived']);
  });

  it('tells everybody in a channel of new work, but for who is away or switched off', async () => {
    await rowsOf(
      desk.database.owner,
      "update technicians set availability = 'away' where key = 'bruno'",
    );
    const id = await invited({ assignee: null });
    await desk.notices.round();
    const told = await noticesOf(id);
    expect(told).toContain('carla: new-work');
    expect(told).toContain('elena: new-work');
    expect(told).not.toContain('bruno: new-work');
    expect(told).not.toContain('hugo: new-work');
  });

  it('calls a webhook with a signature that the other side can check', async () => {
    const hook = await hooked();
    const id = await invited();
    await desk.notices.round();
    const { headers, body } = await receiver.call((call) => call.body.includes(id));
    const secret = new WebhookSecrets(Buffer.alloc(32, 7)).of(hook, 1);
    const checked = new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(checked).toEqual(jasmine.objectContaining({ type: 'session.requested' }));
    expect(body).not.toContain('Noor');
    const state = () => log.page(hook, null, 10);
    await until(
      'it is delivered',
      async () => (await state()).deliveries[0]?.state === 'delivered',
    );
    const [delivery] = (await state()).deliveries;
    expect(delivery?.id).toBe(String(headers['webhook-id']));
    expect(delivery?.attempts.map(({ status }) => status)).toEqual([204]);
  });

  it('calls a webhook of another channel not at all, and only for what it asked for', async () => {
    const hook = await hooked({ channel: 'finance' });
    await invited();
    const id = await invited({ channel: 'finance' });
    await desk.commands.send(id, envelopeOf({ type: 'escalate', reason: null }));
    await desk.notices.round();
    const { deliveries } = await log.page(hook, null, 10);
    expect(deliveries.map(({ sessionId, type }) => [sessionId, type])).toEqual([
      [id, 'session.requested'],
    ]);
  });

  it('writes down why a call failed, switches off who is gone, and delivers again by hand', async () => {
    const hook = await hooked({ types: ['session.reopened'] });
    const id = crypto.randomUUID();
    receiver.answer = 410;
    await log.add({
      ...{ id, medium: 'webhook', webhookId: hook, recipient: null, type: 'desk.test' },
      ...{ payload: { type: 'desk.test' }, sessionId: null },
    });
    await desk.notices.round();
    await until('it is given-up', async () => (await log.find(id))?.state === 'given-up');
    expect((await webhooks.find(hook))?.enabled).toBeFalse();
    receiver.answer = 204;
    const settings = await webhooks.find(hook);
    if (!settings) throw new Error('The webhook is gone.');
    await webhooks.change(hook, { ...settings, enabled: true }, by);
    expect(await log.again(id, by)).toBeTrue();
    await desk.notices.round();
    await until('it is delivered', async () => (await log.find(id))?.state === 'delivered');
    const { deliveries } = await log.page(hook, null, 10);
    expect(deliveries[0]?.attempts.map(({ problem }) => problem)).toEqual([
      'It answered with status 410.',
      null,
    ]);
    const audited = await rowOf(
      desk.database.app,
      `select 1 from audit_entries where subject_kind = 'webhook' and subject_key = :hook
         and data ->> 'change' = 'delivered again'`,
      { hook },
    );
    expect(audited).not.toBeNull();
  });

  it('mails an escalation to the managers in their language, and nothing that was not chosen', async () => {
    await new NoticePreferences(desk.database.app).choose('ana', ['user-wrote']);
    const id = await invited();
    await desk.commands.send(
      id,
      envelopeOf({ type: 'escalate', reason: null }, technician('davi')),
    );
    await desk.notices.round();
    const mail = await mailbox.mailTo('julia@example.org');
    expect(mail.from).toBe('desk@example.org');
    expect(mail.source).toMatch(/Subject:.*Um_atendimento/);
    expect(mail.source).toContain(id);
    expect(mailbox.mails.some(({ to }) => to.includes('ana@example.org'))).toBeFalse();
  });

  it('brings an invited person their link, and keeps it out of the log', async () => {
    const address = 'noor@example.com';
    const base = requestOf('').requester;
    const sessionId = await invited({ requester: { ...base, address, language: 'en' } });
    const id = crypto.randomUUID();
    await log.add({
      ...{ id, medium: 'mail', webhookId: null, recipient: requester, type: invitationType },
      ...{ payload: {}, sessionId },
    });
    await desk.notices.round();
    const mail = await mailbox.mailTo(address);
    expect(mail.source).toMatch(/http:\/\/localhost\/i#/);
    expect(mail.source).toContain('Ana Moreira');
    expect(JSON.stringify(await log.find(id))).not.toContain('/i#');
  });

  it('gives up a mail at once that the server refuses for good', async () => {
    const base = requestOf('').requester;
    const sessionId = await invited({ requester: { ...base, address: 'nobody@example.com' } });
    const id = crypto.randomUUID();
    await log.add({
      ...{ id, medium: 'mail', webhookId: null, recipient: requester, type: invitationType },
      ...{ payload: {}, sessionId },
    });
    await desk.notices.round();
    await until('it is given-up', async () => (await log.find(id))?.state === 'given-up');
    const { deliveries } = await log.page(null, null, 50);
    const refused = deliveries.find((delivery) => delivery.id === id);
    expect(refused?.attempts[0]?.problem).toContain('There is no such mailbox.');
  });

  it('tells only the tiers that are drawn in, one after the other, and a manager of what is raised', async () => {
    const tiers = [
      { groups: ['level-2'], technicians: [], waitSeconds: 600 },
      { groups: ['level-1'], technicians: [], waitSeconds: 600 },
    ];
    await routed('general', { ...openQueue, tiers });
    const id = await invited({ assignee: null });
    await desk.notices.round();
    expect((await noticesOf(id)).toSorted()).toEqual(['elena: new-work', 'farid: new-work']);
    await desk.commands.send(id, envelopeOf({ type: 'escalate', reason: null }));
    await desk.notices.round();
    const since = (await noticesOf(id)).slice(2).toSorted();
    expect(since).toEqual(['carla: new-work', 'davi: new-work', 'julia: escalated']);
    await routed('general', openQueue);
  });

  it('tells nobody of new work where the desk asks one after the other', async () => {
    await routed('general', { ...openQueue, mode: 'least-busy' });
    const id = await invited({ assignee: null });
    await desk.notices.round();
    expect(await noticesOf(id)).toEqual([]);
    await routed('general', openQueue);
  });

  it('tells whoever runs every channel of what is raised in one that nobody runs', async () => {
    const id = await invited({ channel: 'finance', assignee: 'elena' });
    await desk.commands.send(
      id,
      envelopeOf({ type: 'escalate', reason: null }, technician('elena')),
    );
    await desk.notices.round();
    expect(await noticesOf(id)).toContain('kofi: escalated');
  });

  it('tells other systems of a step of a promise, with the clock and when it falls due', () => {
    const facts = { clock: 'response', turn: 1, percent: 80, dueAt: 60_000 } as const;
    const step = { ...facts, type: 'sla-step', action: 'notify', sequence: 9, at: 48_000 } as const;
    const session = fold(null, appendOf('a-session', null, requestOf('a-session')).events);
    if (!session) throw new Error('There is no session.');
    const by = { kind: 'desk', rule: 'sla' } as const;
    const told = webhookPayload('session.sla-step', session, { ...step, by });
    expect(told.data.step).toEqual({
      ...{ clock: 'response', turn: 1, percent: 80 },
      dueAt: '1970-01-01T00:01:00.000Z',
    });
  });
});
