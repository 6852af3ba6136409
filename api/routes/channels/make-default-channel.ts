import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import { shownChannel } from '../../directory/shown-channel.js';
import type { ChannelOperation } from '../../operation.js';

/** Lets a channel catch what belongs nowhere: a matter of the whole desk, not of the channel alone. */
export const makeDefaultChannel: ChannelOperation<'makeDefaultChannel'> = {
  access: 'channel',
  action: 'channel.create',
  channelOf: () => atDesk,
  async handle({ path }, desk, permit) {
    await desk.stores.channels.makeDefault(doerOf(permit), path.channel);
    return { status: 200, body: await shownChannel(desk, path.channel, permit.caller.technician) };
  },
};
