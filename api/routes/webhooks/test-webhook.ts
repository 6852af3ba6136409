import { testType } from '../../../workflows/domain/notices/webhook-types.js';
import { administersWebhooks } from '../../notices/administers-webhooks.js';
import { findWebhook } from '../../notices/find-webhook.js';
import type { ChannelOperation } from '../../operation.js';
import { idFrom } from '../../../activities/keys/id-from.js';

/** Makes a call that only tries whether the other system answers. */
export const testWebhook: ChannelOperation<'testWebhook'> = {
  ...administersWebhooks,
  async handle({ path, headers }, desk, { caller }) {
    const { id: webhookId } = await findWebhook(desk, path.webhook);
    await desk.stores.deliveries.add({
      id: idFrom(`webhook test ${caller.technician} ${headers['Idempotency-Key']}`),
      ...{ medium: 'webhook', webhookId, recipient: null, type: testType, sessionId: null },
      payload: { type: testType, timestamp: new Date(desk.now()).toISOString(), data: {} },
    });
    return { status: 204 };
  },
};
