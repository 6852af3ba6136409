import { administersWebhooks } from '../../notices/administers-webhooks.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Delivers once more what has arrived or was given up, and at once what waits for its next try. */
export const redeliver: ChannelOperation<'redeliver'> = {
  ...administersWebhooks,
  async handle({ path }, { stores }, { caller, grant }) {
    const delivery = await stores.deliveries.find(path.delivery);
    if (!delivery) throw new ProblemError('not-found');
    const begun = await stores.deliveries.again(path.delivery, { ...caller, grant });
    if (!begun) throw new ProblemError('delivery-under-way');
    return { status: 204 };
  },
};
