import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { nameAsKept } from '../../../workflows/domain/visible-name.js';
import { doerOf } from '../../directory/doer-of.js';
import { shownCustomer } from '../../directory/shown-customer.js';
import type { ChannelOperation } from '../../operation.js';

/** Renames a customer; the key by which sessions know it stays. */
export const renameCustomer: ChannelOperation<'renameCustomer'> = {
  access: 'channel',
  action: 'channel.create',
  channelOf: () => atDesk,
  async handle({ path: { customer }, body }, { stores }, permit) {
    await stores.customers.rename(doerOf(permit), customer, nameAsKept(body.name));
    return { status: 200, body: await shownCustomer(stores, customer) };
  },
};
