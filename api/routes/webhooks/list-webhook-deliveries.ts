import { administersWebhooks } from '../../notices/administers-webhooks.js';
import { findWebhook } from '../../notices/find-webhook.js';
import { shownDelivery } from '../../notices/shown-delivery.js';
import type { ChannelOperation } from '../../operation.js';

/** What another system was told, and how that went. */
export const listWebhookDeliveries: ChannelOperation<'listWebhookDeliveries'> = {
  ...administersWebhooks,
  async handle({ path, query }, desk) {
    const { id } = await findWebhook(desk, path.webhook);
    const after = query.after ?? null;
    const { deliveries, next } = await desk.stores.deliveries.page(id, after, query.limit ?? 50);
    return { status: 200, body: { deliveries: deliveries.map(shownDelivery), next } };
  },
};
