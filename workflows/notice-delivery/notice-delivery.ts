import {
  ActivityFailure,
  ApplicationFailure,
  condition,
  log,
  patched,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';
import {
  type DeliveryPorts,
  type NoticeDeliveryInput,
  refusedForGood,
  tryNow,
} from './contract.js';
import { retriedByTheServer } from './retried-by-the-server.js';
import { waitAfter } from './wait-after.js';

const { deliver } = proxyActivities<DeliveryPorts>({
  startToCloseTimeout: '30s',
  retry: { maximumAttempts: 1 },
});

const { giveUpDelivery } = proxyActivities<DeliveryPorts>({ startToCloseTimeout: '10s' });

/** Brings one mail or webhook call to where it belongs, however long the other side is away. */
export async function noticeDelivery({ deliveryId }: NoticeDeliveryInput): Promise<void> {
  const arrived = patched('waits-between-tries')
    ? await triedAgain(deliveryId)
    : await retriedByTheServer(deliveryId);
  if (arrived) return;
  log.info('A delivery was given up', { deliveryId });
  await giveUpDelivery(deliveryId);
}

/** Tries until it arrives; tells whether it did. A try that somebody asked for is none of those that it has anyway. */
async function triedAgain(deliveryId: string): Promise<boolean> {
  let isHurried = false;
  setHandler(tryNow, () => {
    isHurried = true;
  });
  for (let tries = 1; ;) {
    isHurried = false;
    const waitMs = waitAfter(tries);
    const came = await tryOnce(deliveryId, waitMs);
    if (came !== 'not-yet') return came === 'arrived';
    if (waitMs === null) return false;
    if (!(await condition(() => isHurried, waitMs))) tries += 1;
  }
}

async function tryOnce(
  deliveryId: string,
  waitMs: number | null,
): Promise<'arrived' | 'not-yet' | 'refused'> {
  try {
    await deliver(deliveryId, waitMs);
    return 'arrived';
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    const { cause } = error;
    // A worker that died in the middle has tried in vain as well.
    return cause instanceof ApplicationFailure && cause.type === refusedForGood
      ? 'refused'
      : 'not-yet';
  }
}
