import { ActivityFailure, proxyActivities } from '@temporalio/workflow';
import type { DeliveryPorts } from './contract.js';

const { deliver } = proxyActivities<DeliveryPorts>({
  startToCloseTimeout: '30s',
  retry: {
    initialInterval: '30s',
    backoffCoefficient: 4,
    maximumInterval: '6h',
    maximumAttempts: 10,
  },
});

/** How deliveries were tried that began before somebody could ask for the next try; tells whether it arrived. */
export async function retriedByTheServer(deliveryId: string): Promise<boolean> {
  try {
    await deliver(deliveryId);
    return true;
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    return false;
  }
}
