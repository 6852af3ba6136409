import { administersWebhooks } from '../../notices/administers-webhooks.js';
import { shownDelivery } from '../../notices/shown-delivery.js';
import type { ChannelOperation } from '../../operation.js';

/** What was mailed, and how that went. */
export const listMailDeliveries: ChannelOperation<'listMailDeliveries'> = {
  ...administersWebhooks,
  async handle({ query }, { stores }) {
    const after = query.after ?? null;
    const { deliveries, next } = await stores.deliveries.page(null, after, query.limit ?? 50);
    return { status: 200, body: { deliveries: deliveries.map(shownDelivery), next } };
  },
};
