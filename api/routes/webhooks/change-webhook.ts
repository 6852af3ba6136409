import { administersWebhooks } from '../../notices/administers-webhooks.js';
import { findWebhook } from '../../notices/find-webhook.js';
import { shownWebhook } from '../../notices/shown-webhook.js';
import { webhookSettings } from '../../notices/webhook-settings.js';
import type { ChannelOperation } from '../../operation.js';

/** Changes what another system is told, and where. */
export const changeWebhook: ChannelOperation<'changeWebhook'> = {
  ...administersWebhooks,
  async handle({ path, body }, desk, { caller, grant }) {
    const settings = webhookSettings(body, desk);
    await desk.stores.webhooks.change(path.webhook, settings, { ...caller, grant });
    const webhook = await findWebhook(desk, path.webhook);
    return { status: 200, body: shownWebhook(webhook, desk.policy.authorizer) };
  },
};
