import type { LoggedDelivery } from '../../activities/notices/delivery-log.js';
import type { components } from '../generated/openapi.js';

/** A line of the log; what was sent stays with whom it was sent to. */
export function shownDelivery(delivery: LoggedDelivery): components['schemas']['Delivery'] {
  const { id, type, recipient, sessionId, state, createdAt, nextTryAt, attempts } = delivery;
  return {
    ...{ id, type, recipient, sessionId, state, createdAt: createdAt.toISOString() },
    nextTryAt: nextTryAt?.toISOString() ?? null,
    underWay: delivery.underWay,
    attempts: attempts.map(({ at, ...attempt }) => ({ ...attempt, at: at.toISOString() })),
  };
}
