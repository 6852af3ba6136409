import { whereInviting } from '../../directory/where-inviting.js';
import type { ChannelOperation } from '../../operation.js';

/** The customers, for whoever may invite their people. */
export const listCustomers: ChannelOperation<'listCustomers'> = {
  access: 'channel',
  action: 'session.create',
  channelOf: (_request, { policy }, { technician }) => whereInviting(policy.authorizer, technician),
  async handle(_request, { stores }) {
    return { status: 200, body: { customers: [...(await stores.customers.list())] } };
  },
};
