import { administersWebhooks } from '../../notices/administers-webhooks.js';
import { findWebhook } from '../../notices/find-webhook.js';
import { shownWebhook } from '../../notices/shown-webhook.js';
import { webhookSettings } from '../../notices/webhook-settings.js';
import type { ChannelOperation } from '../../operation.js';
import { idFrom } from '../../../activities/keys/id-from.js';

/** Tells another system of sessions from now on. */
export const createWebhook: ChannelOperation<'createWebhook'> = {
  ...administersWebhooks,
  async handle({ body, headers }, desk, { caller, grant }) {
    const settings = webhookSettings(body, desk);
    const { technician } = caller;
    const id = idFrom(`webhook ${technician} ${headers['Idempotency-Key']}`);
    await desk.stores.webhooks.add(id, settings, { technician, grant });
    const webhook = await findWebhook(desk, id);
    return { status: 201, body: shownWebhook(webhook, desk.policy.authorizer) };
  },
};
