/** The name under which the workflow is registered. */
export const noticeDeliveryType = 'noticeDelivery';

/** Which delivery of the log a workflow carries out. */
export interface NoticeDeliveryInput {
  readonly deliveryId: string;
}

/** The workflow id of one round of a delivery; a redelivery is a round of its own. */
export function deliveryWorkflowIdOf(deliveryId: string, round: number): string {
  return `delivery-${deliveryId}-${round}`;
}

/** What a delivery may ask of the world. */
export interface DeliveryPorts {
  /** Tries once and writes the attempt into the log; throws where it is to be tried again. */
  deliver(deliveryId: string): Promise<void>;
  /** Writes into the log that nobody tries any more. */
  giveUpDelivery(deliveryId: string): Promise<void>;
}
