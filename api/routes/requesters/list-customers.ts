import { channelToBeginIn } from '../../sessions/channel-to-begin-in.js';
import type { ChannelOperation } from '../../operation.js';

/** The customers, for whoever may invite their people. */
export const listCustomers: ChannelOperation<'listCustomers'> = {
  access: 'channel',
  action: 'session.create',
  channelOf: (_request, { policy }, { technician }) =>
    channelToBeginIn(policy.authorizer, technician),
  async handle(_request, { stores }) {
    return { status: 200, body: { customers: [...(await stores.customers.list())] } };
  },
};
