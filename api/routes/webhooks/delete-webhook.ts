import { administersWebhooks } from '../../notices/administers-webhooks.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Tells another system nothing more. */
export const deleteWebhook: ChannelOperation<'deleteWebhook'> = {
  ...administersWebhooks,
  async handle({ path }, { stores }, { caller, grant }) {
    const found = await stores.webhooks.remove(path.webhook, { ...caller, grant });
    if (!found) throw new ProblemError('not-found');
    return { status: 204 };
  },
};
