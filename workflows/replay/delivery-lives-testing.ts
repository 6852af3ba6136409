import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import {
  type DeliveryPorts,
  deliveryWorkflowIdOf,
  noticeDeliveryType,
  refusedForGood,
  tryNow,
} from '../notice-delivery/contract.js';
import { bundleOnce, openTimeSkipping } from '../support-session/workflow-environment-testing.js';

/** What becomes of a try; a hurried one fails, and somebody does not want to wait for the next. */
export type Try = 'arrives' | 'fails' | 'hurried' | 'refused';

/** Lives of deliveries whose histories every later version must replay, each by its name. */
export const deliveryLives: Readonly<Record<string, readonly Try[]>> = {
  'delivery-tried-again': ['fails', 'hurried', 'arrives'],
  'delivery-given-up': ['fails', 'refused'],
};

/** Lets a delivery live on a server whose clock skips, and gives its history. */
export async function liveDelivery(tries: readonly Try[]) {
  const environment = await openTimeSkipping();
  const id = crypto.randomUUID();
  const workflowId = deliveryWorkflowIdOf(id, 1);
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: 'deliveries',
    identity: 'a-worker',
    workflowBundle: await bundleOnce(),
    activities: { ...portsFor(tries, environment, workflowId) },
  });
  const handle = await worker.runUntil(async () => {
    const begun = await environment.client.workflow.start(noticeDeliveryType, {
      ...{ workflowId, taskQueue: 'deliveries', args: [{ deliveryId: id }] },
    });
    await begun.result();
    return begun;
  });
  const history = await handle.fetchHistory();
  await environment.teardown();
  return history;
}

function portsFor(
  tries: readonly Try[],
  { client }: TestWorkflowEnvironment,
  workflowId: string,
): DeliveryPorts {
  const left = [...tries];
  return {
    async deliver() {
      const what = left.shift();
      if (what === 'arrives') return;
      if (what === 'refused') throw ApplicationFailure.nonRetryable('gone', refusedForGood);
      if (what === 'hurried') await client.workflow.getHandle(workflowId).signal(tryNow);
      throw ApplicationFailure.retryable('away', 'not-delivered');
    },
    giveUpDelivery: () => Promise.resolve(),
  };
}
