import { fileURLToPath } from 'node:url';
import { MockActivityEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import {
  deliveryWorkflowIdOf,
  noticeDeliveryType,
} from '../../workflows/notice-delivery/contract.js';
import { until } from '../../workflows/until-testing.js';
import { openTestDesk, type TestDesk } from '../desk-testing.js';
import { DeliveryLog, type LoggedDelivery } from './delivery-log.js';
import { HttpReceiver } from './http-receiver-testing.js';
import { WebhookStore } from './webhook-store.js';

const taskQueue = `specs-${crypto.randomUUID()}`;

describe('A delivery of which only its workflow knows until when it waits', () => {
  let desk: TestDesk;
  let connection: NativeConnection;
  let before: Worker;
  let running: Promise<void>;
  let receiver: HttpReceiver;
  let log: DeliveryLog;
  const hook = crypto.randomUUID();
  const by = { technician: 'kofi', grant: { action: 'channel.configure', revision: 'a-revision' } };

  beforeAll(async () => {
    receiver = await HttpReceiver.open();
    desk = await openTestDesk();
    log = new DeliveryLog(desk.database.app);
    const { url } = receiver;
    const settings = { url, description: 'Tickets', channel: null, enabled: true } as const;
    const webhooks = new WebhookStore(desk.database.app);
    await webhooks.add(hook, { ...settings, types: ['session.reopened'] }, by);
    const address = process.env['MAYDAY_TEST_TEMPORAL_ADDRESS'] ?? '';
    connection = await NativeConnection.connect({ address });
    before = await Worker.create({
      connection,
      taskQueue,
      workflowBundle: await bundleWorkflowCode({
        workflowsPath: fileURLToPath(
          new URL('../../workflows/replay/delivery-of-before-testing.js', import.meta.url),
        ),
        logger: new DefaultLogger('ERROR'),
      }),
      activities: { ...desk.notices.activities },
    });
    running = before.run();
  }, 60_000);
  afterAll(async () => {
    before.shutdown();
    await running;
    await connection.close();
    await desk.close();
    receiver.close();
  }, 30_000);

  /** Begins one in a workflow of before and lets its first try fail. */
  async function begun(): Promise<string> {
    receiver.answer = 500;
    const id = crypto.randomUUID();
    await log.add({
      ...{ id, medium: 'webhook', webhookId: hook, recipient: null, type: 'desk.test' },
      ...{ payload: { type: 'desk.test' }, sessionId: null },
    });
    await log.markStarted({ id, round: 1 });
    const workflowId = deliveryWorkflowIdOf(id, 1);
    const args = [{ deliveryId: id }];
    await desk.client.workflow.start(noticeDeliveryType, { taskQueue, workflowId, args });
    await until('it was tried', async () => (await logged(id)).attempts.length === 1);
    return id;
  }

  async function logged(id: string): Promise<LoggedDelivery> {
    const { deliveries } = await log.page(hook, null, 50);
    const found = deliveries.find((delivery) => delivery.id === id);
    if (!found) throw new Error('It is not in the log.');
    return found;
  }

  const callsOf = (id: string) =>
    receiver.calls.filter(({ headers }) => headers['webhook-id'] === id).length;

  it('is tried now in another round, which ends the one before, and arrives once', async () => {
    const id = await begun();
    const waiting = await logged(id);
    expect([waiting.state, waiting.nextTryAt, waiting.underWay]).toEqual(['pending', null, false]);
    receiver.answer = 204;
    const pressed = await Promise.all([log.again(id, by), log.again(id, by)]);
    expect(pressed.filter(Boolean).length).toBe(1);
    expect((await logged(id)).underWay).toBeTrue();
    await desk.notices.round();
    await until('it arrives', async () => (await logged(id)).state === 'delivered');
    expect(callsOf(id)).toBe(2);
    const former = await desk.client.workflow.getHandle(deliveryWorkflowIdOf(id, 1)).describe();
    expect(former.status.name).toBe('TERMINATED');
  }, 30_000);

  it('is tried by nobody else while the round before is in the middle of a try', async () => {
    const id = await begun();
    await log.beginTry(id, 1);
    expect((await logged(id)).underWay).toBeTrue();
    expect(await log.again(id, by)).toBeFalse();
    const fault = { code: 'answered-otherwise', values: { status: 500 }, said: null } as const;
    await log.note({ id, round: 1 }, { status: 500, fault, tookMs: 1 }, null);
    expect(await log.again(id, by)).toBeTrue();
    await desk.notices.round();
    await until('the other round tries', async () => (await logged(id)).attempts.length === 3);
  }, 30_000);

  it('is neither tried nor given up by a round before the one that goes on', async () => {
    const id = await begun();
    await log.again(id, by);
    const workflowExecution = { workflowId: deliveryWorkflowIdOf(id, 1), runId: 'a-run' };
    const former = new MockActivityEnvironment({ workflowExecution });
    const { activities } = desk.notices;
    await former.run(() => activities.deliver(id, null));
    await former.run(() => activities.giveUpDelivery(id));
    expect(callsOf(id)).toBe(1);
    expect((await logged(id)).state).toBe('pending');
  }, 30_000);
});
