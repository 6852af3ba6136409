import { type WorkflowClient, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import {
  deliveryWorkflowIdOf,
  type NoticeDeliveryInput,
  noticeDeliveryType,
} from '../../workflows/notice-delivery/contract.js';
import type { DeliveryLog } from './delivery-log.js';

type DeliveryWorkflow = (input: NoticeDeliveryInput) => Promise<void>;

const atOnce = 100;

/** Gives every delivery that has none a workflow of its own; one that was started before stays the only one. */
export async function startDeliveries(
  log: Pick<DeliveryLog, 'unstarted' | 'markStarted'>,
  client: WorkflowClient,
  taskQueue: string,
): Promise<void> {
  for (const { id, round } of await log.unstarted(atOnce)) {
    try {
      await client.start<DeliveryWorkflow>(noticeDeliveryType, {
        workflowId: deliveryWorkflowIdOf(id, round),
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        taskQueue,
        args: [{ deliveryId: id }],
      });
    } catch (error) {
      // Started before a crash that came before the mark.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
    await log.markStarted(id, round);
  }
}
