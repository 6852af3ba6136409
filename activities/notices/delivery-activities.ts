import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import {
  type DeliveryPorts,
  refusedForGood,
  roundIn,
} from '../../workflows/notice-delivery/contract.js';
import { type DeliveryFault, faultSentence } from './delivery-fault.js';
import type { Attempt, Delivery, DeliveryLog } from './delivery-log.js';

/** What came of a try: the other side's status where it has one, and what went wrong. */
export interface Trial {
  readonly status: Attempt['status'];
  readonly fault: DeliveryFault | null;
  /** Nothing that is tried again would come out otherwise. */
  readonly final?: boolean;
}

/** Brings a delivery to where it belongs, once. */
export type Carrier = (delivery: Delivery) => Promise<Trial>;

/** The activities of deliveries: each try is in the log before its workflow decides on the next. */
export function makeDeliveryActivities(
  log: Pick<DeliveryLog, 'beginTry' | 'note' | 'giveUp'>,
  carriers: Readonly<Record<Delivery['medium'], Carrier>>,
): DeliveryPorts {
  return {
    async deliver(deliveryId, waitMs = null) {
      const round = roundOfCaller();
      const delivery = await log.beginTry(deliveryId, round);
      // One that was swept away, has arrived or is tried by a later round asks for nothing.
      if (delivery === null) return;
      const begun = Date.now();
      const { status, fault, final } = await carriers[delivery.medium](delivery);
      const isOver = fault === null || final === true;
      const nextTryAt = isOver || waitMs === null ? null : new Date(Date.now() + waitMs);
      const tookMs = Date.now() - begun;
      await log.note({ id: deliveryId, round }, { status, fault, tookMs }, nextTryAt);
      if (fault === null) return;
      const problem = faultSentence(fault);
      throw isOver
        ? ApplicationFailure.nonRetryable(problem, refusedForGood)
        : ApplicationFailure.retryable(problem, 'not-delivered');
    },
    async giveUpDelivery(deliveryId) {
      await log.giveUp({ id: deliveryId, round: roundOfCaller() });
    },
  };
}

function roundOfCaller(): number {
  return roundIn(activityInfo().workflowExecution?.workflowId ?? '');
}
