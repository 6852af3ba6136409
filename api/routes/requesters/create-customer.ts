import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { nameAsKept } from '../../../workflows/domain/visible-name.js';
import { doerOf } from '../../directory/doer-of.js';
import { shownCustomer } from '../../directory/shown-customer.js';
import type { ChannelOperation } from '../../operation.js';

/** Makes a customer: like channels, customers are how the whole desk is laid out. */
export const createCustomer: ChannelOperation<'createCustomer'> = {
  access: 'channel',
  action: 'channel.create',
  channelOf: () => atDesk,
  async handle({ body }, { stores }, permit) {
    const key = await stores.customers.create(doerOf(permit), nameAsKept(body.name));
    return { status: 201, body: await shownCustomer(stores, key) };
  },
};
