import { shownChannel } from '../../directory/shown-channel.js';
import type { ChannelOperation } from '../../operation.js';

/** A channel with all its settings. */
export const getManagedChannel: ChannelOperation<'getManagedChannel'> = {
  access: 'channel',
  action: 'channel.configure',
  channelOf: ({ path }) => path.channel,
  async handle(_request, desk, { channel, caller }) {
    return { status: 200, body: await shownChannel(desk, channel, caller.technician) };
  },
};
