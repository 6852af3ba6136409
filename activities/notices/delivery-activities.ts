import { ApplicationFailure } from '@temporalio/common';
import { type DeliveryPorts, refusedForGood } from '../../workflows/notice-delivery/contract.js';
import type { Attempt, Delivery, DeliveryLog } from './delivery-log.js';

/** What came of a try: the other side's status where it has one, and what went wrong. */
export type Trial = Pick<Attempt, 'status' | 'problem'> & {
  /** Nothing that is tried again would come out otherwise. */
  readonly final?: boolean;
};

/** Brings a delivery to where it belongs, once. */
export type Carrier = (delivery: Delivery) => Promise<Trial>;

/** The activities of deliveries: each try is in the log before Temporal decides on the next. */
export function makeDeliveryActivities(
  log: Pick<DeliveryLog, 'find' | 'note' | 'giveUp'>,
  carriers: Readonly<Record<Delivery['medium'], Carrier>>,
): DeliveryPorts {
  return {
    async deliver(deliveryId, waitMs = null) {
      const delivery = await log.find(deliveryId);
      // One that was swept away or has arrived asks for nothing.
      if (delivery?.state !== 'pending') return;
      const begun = Date.now();
      const { status, problem, final } = await carriers[delivery.medium](delivery);
      const isOver = problem === null || final === true;
      const nextTryAt = isOver || waitMs === null ? null : new Date(Date.now() + waitMs);
      await log.note(deliveryId, { status, problem, tookMs: Date.now() - begun }, nextTryAt);
      if (problem === null) return;
      throw isOver
        ? ApplicationFailure.nonRetryable(problem, refusedForGood)
        : ApplicationFailure.retryable(problem, 'not-delivered');
    },
    async giveUpDelivery(deliveryId) {
      await log.giveUp(deliveryId);
    },
  };
}
