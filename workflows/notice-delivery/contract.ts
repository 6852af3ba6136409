import { defineSignal } from '@temporalio/workflow';

/** The name under which the workflow is registered. */
export const noticeDeliveryType = 'noticeDelivery';

/** Which delivery of the log a workflow carries out. */
export interface NoticeDeliveryInput {
  readonly deliveryId: string;
}

/** Somebody does not want to wait for the next try. */
export const tryNow = defineSignal('tryNow');

/** The workflow id of one round of a delivery; a redelivery is a round of its own. */
export function deliveryWorkflowIdOf(deliveryId: string, round: number): string {
  return `delivery-${deliveryId}-${round}`;
}

/** The round of a delivery that a workflow of this id carries out. */
export function roundIn(workflowId: string): number {
  return Number(workflowId.slice(workflowId.lastIndexOf('-') + 1));
}

/** What a delivery may ask of the world. A round after which another one began has nothing to do any more. */
export interface DeliveryPorts {
  /**
   * Tries once, in the round of the workflow that asks, and writes the attempt into the log; throws where it is to be tried again. `waitMs` is
   * how long it waits then, null where nobody tries any more; absent where the server of Temporal counts
   * the tries, as it did before somebody could ask for the next.
   */
  deliver(deliveryId: string, waitMs?: number | null): Promise<void>;
  /** Writes into the log that nobody tries any more. */
  giveUpDelivery(deliveryId: string): Promise<void>;
}

/** The kind of failure of a delivery that would be refused again. */
export const refusedForGood = 'refused-for-good';
