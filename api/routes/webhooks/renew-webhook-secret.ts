import { administersWebhooks } from '../../notices/administers-webhooks.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Signs with another secret from now on. */
export const renewWebhookSecret: ChannelOperation<'renewWebhookSecret'> = {
  ...administersWebhooks,
  async handle({ path }, { stores }, { caller, grant }) {
    const found = await stores.webhooks.renewSecret(path.webhook, { ...caller, grant });
    if (!found) throw new ProblemError('not-found');
    return { status: 204 };
  },
};
