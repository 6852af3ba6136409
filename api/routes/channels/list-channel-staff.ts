import { channelStaff } from '../../directory/channel-staff.js';
import type { ChannelOperation } from '../../operation.js';

/** Who has which role in a channel. */
export const listChannelStaff: ChannelOperation<'listChannelStaff'> = {
  access: 'channel',
  action: 'channel.staff',
  channelOf: ({ path }) => path.channel,
  async handle(_request, desk, { channel }) {
    return { status: 200, body: await channelStaff(desk, channel) };
  },
};
