import {
  type WorkflowClient,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import {
  deliveryWorkflowIdOf,
  type NoticeDeliveryInput,
  noticeDeliveryType,
  tryNow,
} from '../../workflows/notice-delivery/contract.js';
import type { DeliveryLog } from './delivery-log.js';

type DeliveryWorkflow = (input: NoticeDeliveryInput) => Promise<void>;

const atOnce = 100;

/** Gives every delivery that has none a workflow of its own, and tells one that has one and waits to try at once. */
export async function startDeliveries(
  log: Pick<DeliveryLog, 'unstarted' | 'markStarted'>,
  client: WorkflowClient,
  taskQueue: string,
): Promise<void> {
  for (const { id, round } of await log.unstarted(atOnce)) {
    const workflowId = deliveryWorkflowIdOf(id, round);
    try {
      await client.start<DeliveryWorkflow>(noticeDeliveryType, {
        ...{ workflowId, taskQueue, args: [{ deliveryId: id }] },
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      });
    } catch (error) {
      // Somebody wants it tried now; or it was started before a crash that came before the mark, and tries anyway.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      await hurry(client, workflowId);
    }
    await log.markStarted(id, round);
  }
}

async function hurry(client: WorkflowClient, workflowId: string): Promise<void> {
  try {
    await client.getHandle(workflowId).signal(tryNow);
  } catch (error) {
    // It came to its end meanwhile.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
