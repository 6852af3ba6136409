import { administersWebhooks } from '../../notices/administers-webhooks.js';
import { findWebhook } from '../../notices/find-webhook.js';
import type { ChannelOperation } from '../../operation.js';

/** The secret for the other system to check signatures with. */
export const getWebhookSecret: ChannelOperation<'getWebhookSecret'> = {
  ...administersWebhooks,
  async handle({ path }, desk) {
    const { id, secretNumber } = await findWebhook(desk, path.webhook);
    return { status: 200, body: { secret: desk.settings.webhookSecrets.of(id, secretNumber) } };
  },
};
