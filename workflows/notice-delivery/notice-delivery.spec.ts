import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { bundleOnce, openTimeSkipping } from '../support-session/workflow-environment-testing.js';
import { type DeliveryPorts, noticeDeliveryType } from './contract.js';

describe('A delivery', () => {
  let environment: TestWorkflowEnvironment;
  let worker: Worker;
  let running: Promise<void>;
  let tries: Record<string, number>;
  const givenUp: string[] = [];

  /** `flaky` arrives at the third try, `refused` is refused for good, everything else never answers. */
  const ports: DeliveryPorts = {
    deliver(id) {
      tries[id] = (tries[id] ?? 0) + 1;
      if (id === 'flaky' && tries[id] === 3) return Promise.resolve();
      return Promise.reject(
        id === 'refused'
          ? ApplicationFailure.nonRetryable('gone')
          : ApplicationFailure.retryable('away'),
      );
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

  it('is tried for more than a day before it is given up', async () => {
    const begun = await environment.currentTimeMs();
    await carriedOut('silent');
    expect(tries['silent']).toBe(10);
    expect(givenUp).toContain('silent');
    expect((await environment.currentTimeMs()) - begun).toBeGreaterThan(24 * 3_600_000);
  }, 30_000);
});
