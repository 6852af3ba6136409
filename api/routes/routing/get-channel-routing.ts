import type { ChannelOperation } from '../../operation.js';
import { shownRouting } from './routing-answer.js';

/** How sessions of a channel find their technician. */
export const getChannelRouting: ChannelOperation<'getChannelRouting'> = {
  access: 'channel',
  action: 'channel.configure',
  channelOf: ({ path }) => path.channel,
  async handle({ path: { channel } }, desk) {
    const routing = await desk.stores.routing.channel(channel);
    return { status: 200, body: await shownRouting(desk, channel, routing) };
  },
};
