import { administersWebhooks } from '../../notices/administers-webhooks.js';
import { shownWebhook } from '../../notices/shown-webhook.js';
import type { ChannelOperation } from '../../operation.js';

/** The other systems that are told of sessions. */
export const listWebhooks: ChannelOperation<'listWebhooks'> = {
  ...administersWebhooks,
  async handle(_request, { stores, policy }) {
    const found = await stores.webhooks.list();
    const webhooks = found.map((webhook) => shownWebhook(webhook, policy.authorizer));
    return { status: 200, body: { webhooks } };
  },
};
