import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import type { ChannelOperation } from '../../operation.js';

/** Deletes a customer whom no requester belongs to. */
export const deleteCustomer: ChannelOperation<'deleteCustomer'> = {
  access: 'channel',
  action: 'channel.create',
  channelOf: () => atDesk,
  async handle({ path: { customer } }, { stores }, permit) {
    await stores.customers.delete(doerOf(permit), customer);
    return { status: 204 };
  },
};
