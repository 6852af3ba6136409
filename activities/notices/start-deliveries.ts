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
import type { DeliveryLog, DeliveryRound } from './delivery-log.js';

type DeliveryWorkflow = (input: NoticeDeliveryInput) => Promise<void>;

const atOnce = 100;

/** Gives every delivery that has none a workflow of its own, and tells one that has one and waits to try at once. */
export async function startDeliveries(
  log: Pick<DeliveryLog, 'unstarted' | 'markStarted'>,
  client: WorkflowClient,
  taskQueue: string,
): Promise<void> {
  for (const round of await log.unstarted(atOnce)) {
    const workflowId = deliveryWorkflowIdOf(round.id, round.round);
    try {
      await client.start<DeliveryWorkflow>(noticeDeliveryType, {
        ...{ workflowId, taskQueue, args: [{ deliveryId: round.id }] },
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      });
    } catch (error) {
      // Somebody wants it tried now; or it was started before a crash that came before the mark, and tries anyway.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      await hurry(client, workflowId);
    }
    await endBefore(client, round);
    await log.markStarted(round);
  }
}

/** Ends the round before, where it still waits: whatever it asked for it would be told that it is over. */
async function endBefore(client: WorkflowClient, { id, round }: DeliveryRound): Promise<void> {
  if (round === 1) return;
  const before = client.getHandle(deliveryWorkflowIdOf(id, round - 1));
  await unlessEnded(before.terminate('Somebody has it tried in another round.'));
}

async function hurry(client: WorkflowClient, workflowId: string): Promise<void> {
  await unlessEnded(client.getHandle(workflowId).signal(tryNow));
}

/** What is asked of a workflow that may have come to its end meanwhile. */
async function unlessEnded(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
