import { managedChannel } from '../../directory/managed-channel.js';
import type { SelfOperation } from '../../operation.js';

/** The channels that the caller may set up or staff. */
export const listManagedChannels: SelfOperation<'listManagedChannels'> = {
  access: 'each-row',
  async handle(_request, { stores, policy }, { technician }) {
    const { authorizer } = policy;
    const mine = authorizer.people.organisation.channels
      .map(({ key }) => key)
      .filter((key) => {
        const here = authorizer.abilities(technician, key, 'own');
        return here.includes('channel.configure') || here.includes('channel.staff');
      });
    const channels = await stores.channels.list(mine);
    return {
      status: 200,
      body: {
        channels: channels.map((channel) => managedChannel(channel, authorizer, technician)),
      },
    };
  },
};
