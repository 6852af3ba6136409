import { fileURLToPath } from 'node:url';
import { openTestDesk, type TestDesk } from '../desk-testing.js';
import { rowsOf } from '../store/database.js';
import { readDemonstration } from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { until } from '../../workflows/until-testing.js';
import { type Delivery, DeliveryLog } from './delivery-log.js';
import { HttpReceiver } from './http-receiver-testing.js';
import { WebhookStore } from './webhook-store.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('A call that fails', () => {
  let desk: TestDesk;
  let receiver: HttpReceiver;
  let log: DeliveryLog;
  const hook = crypto.randomUUID();
  const by = { technician: 'kofi', grant: { action: 'channel.configure', revision: 'a-revision' } };

  beforeAll(async () => {
    receiver = await HttpReceiver.open();
    desk = await openTestDesk();
    await seedDemonstration(desk.database.owner, readDemonstration(root));
    log = new DeliveryLog(desk.database.app);
    const { url } = receiver;
    const settings = { url, description: 'Tickets', channel: null, enabled: true } as const;
    const webhooks = new WebhookStore(desk.database.app);
    await webhooks.add(hook, { ...settings, types: ['session.reopened'] }, by);
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    receiver.close();
  }, 30_000);

  async function called(answer: number): Promise<string> {
    receiver.answer = answer;
    const id = crypto.randomUUID();
    await log.add({
      ...{ id, medium: 'webhook', webhookId: hook, recipient: null, type: 'desk.test' },
      ...{ payload: { type: 'desk.test' }, sessionId: null },
    });
    return id;
  }

  async function hurried(id: string): Promise<boolean> {
    const begun = await log.again(id, by);
    await desk.notices.round();
    return begun;
  }

  const comesTo = (id: string, fits: (delivery: Delivery) => unknown): Promise<Delivery> =>
    until('it comes to that', async () => {
      const found = await log.find(id);
      return found && Boolean(fits(found)) && found;
    });

  it('says when it is tried next, and is tried at once by whom that is too late', async () => {
    const begun = Date.now();
    const id = await called(500);
    expect(await log.again(id, by))
      .withContext('before its first try')
      .toBeFalse();
    await desk.notices.round();
    const { nextTryAt } = await comesTo(id, ({ nextTryAt: at }) => at);
    expect((nextTryAt?.getTime() ?? 0) - begun).toBeGreaterThan(25_000);
    expect(await hurried(id)).toBeTrue();
    await comesTo(id, ({ nextTryAt: at }) => at);
    receiver.answer = 204;
    expect(await hurried(id)).toBeTrue();
    const arrived = await comesTo(id, ({ state }) => state === 'delivered');
    expect(arrived.nextTryAt).toBeNull();
    const [logged] = (await log.page(hook, null, 1)).deliveries;
    expect(logged?.attempts.map(({ status }) => status)).toEqual([500, 500, 204]);
    expect(Date.now() - begun).toBeLessThan(25_000);
  }, 30_000);

  it('is tried once for two who press at the same moment, and each deed is in the audit once', async () => {
    const id = await called(500);
    await desk.notices.round();
    await comesTo(id, ({ nextTryAt }) => nextTryAt);
    const pressed = await Promise.all([log.again(id, by), log.again(id, by)]);
    expect(pressed.filter(Boolean).length).toBe(1);
    const audited = await rowsOf(
      desk.database.app,
      `select 1 from audit_entries where subject_kind = 'webhook' and subject_key = :hook
         and data ->> 'change' = 'tried at once' and data ->> 'delivery' = :id`,
      { hook, id },
    );
    expect(audited.length).toBe(1);
  }, 30_000);
});
