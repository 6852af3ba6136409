import { ActivityFailure, log, proxyActivities } from '@temporalio/workflow';
import type { DeliveryPorts, NoticeDeliveryInput } from './contract.js';

// At once, after half a minute, two, eight, half an hour, two hours, then every six: more than a day in all.
const { deliver } = proxyActivities<DeliveryPorts>({
  startToCloseTimeout: '30s',
  retry: {
    initialInterval: '30s',
    backoffCoefficient: 4,
    maximumInterval: '6h',
    maximumAttempts: 10,
  },
});

const { giveUpDelivery } = proxyActivities<DeliveryPorts>({ startToCloseTimeout: '10s' });

/** Brings one mail or webhook call to where it belongs, however long the other side is away. */
export async function noticeDelivery({ deliveryId }: NoticeDeliveryInput): Promise<void> {
  try {
    await deliver(deliveryId);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.info('A delivery was given up', { deliveryId });
    await giveUpDelivery(deliveryId);
  }
}
