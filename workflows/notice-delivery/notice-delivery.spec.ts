import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { bundleOnce, openTimeSkipping } from '../support-session/workflow-environment-testing.js';
import { type DeliveryPorts, noticeDeliveryType, refusedForGood, tryNow } from './contract.js';

describe('A delivery', () => {
  let environment: TestWorkflowEnvironment;
  let worker: Worker;
  let running: Promise<void>;
  let tries: Record<string, number>;
  const givenUp: string[] = [];
  let waits: (number | null | undefined)[] = [];

  /** After its first three tries somebody does not want to wait for the next of `hurried`. */
  async function maybeHurry(id: string): Promise<void> {
    if (id !== 'hurried' || (tries[id] ?? 0) > 3) return;
    await environment.client.workflow.getHandle(id).signal(tryNow);
  }

  /** `flaky` arrives at the third try, `refused` is refused for good, everything else never answers. */
  const ports: DeliveryPorts = {
    async deliver(id, waitMs) {
      tries[id] = (tries[id] ?? 0) + 1;
      waits.push(waitMs);
      await maybeHurry(id);
      if (id === 'flaky' && tries[id] === 3) return;
      throw id === 'refused'
        ? ApplicationFailure.nonRetryable('gone', refusedForGood)
        : ApplicationFailure.retryable('away');
    },
    giveUpDelivery(id) {
      givenUp.push(id);
      return Promise.resolve();
    },
  };

  beforeAll(async () => {
    tries = {};
    environment = await openTimeSkipping();
    worker = await Worker.create({
      connection: environment.nativeConnection,
      taskQueue: 'deliveries',
      workflowBundle: await bundleOnce(),
      activities: { ...ports },
    });
    running = worker.run();
  }, 60_000);
  afterAll(async () => {
    worker.shutdown();
    await running;
    await environment.teardown();
  }, 30_000);

  function carriedOut(deliveryId: string): Promise<unknown> {
    return environment.client.workflow.execute(noticeDeliveryType, {
      workflowId: deliveryId,
      taskQueue: 'deliveries',
      args: [{ deliveryId }],
    });
  }

  it('is tried again until it arrives', async () => {
    await carriedOut('flaky');
    expect(tries['flaky']).toBe(3);
    expect(givenUp).not.toContain('flaky');
  }, 30_000);

  it('is given up at once where the other side wants nothing more', async () => {
    await carriedOut('refused');
    expect(tries['refused']).toBe(1);
    expect(givenUp).toContain('refused');
  }, 30_000);

  it('is tried for more than a day before it is given up, and told each time how long it waits', async () => {
    const begun = await environment.currentTimeMs();
    waits = [];
    await carriedOut('silent');
    expect(tries['silent']).toBe(10);
    expect(givenUp).toContain('silent');
    expect((await environment.currentTimeMs()) - begun).toBeGreaterThan(24 * 3_600_000);
    const inMinutes = waits.map((wait) => (typeof wait === 'number' ? wait / 60_000 : wait));
    expect(inMinutes).toEqual([0.5, 2, 8, 32, 128, 360, 360, 360, 360, null]);
  }, 30_000);

  it('is tried at once when somebody asks for that, which costs none of its other tries', async () => {
    await carriedOut('hurried');
    expect(tries['hurried']).toBe(13);
  }, 30_000);
});
