import type { ChannelOperation } from '../../operation.js';
import { refusedAt } from '../../problems/refused-at.js';
import { accepted, doerOf, shownRouting } from './routing-answer.js';

/** Sets how sessions of a channel find their technician. */
export const putChannelRouting: ChannelOperation<'putChannelRouting'> = {
  access: 'channel',
  action: 'channel.configure',
  channelOf: ({ path }) => path.channel,
  async handle({ path: { channel }, body }, desk, permit) {
    const { keys } = await desk.stores.routing.openChannels();
    if (!keys.includes(channel)) {
      throw refusedAt('/path/channel', 'channel-unknown', channel);
    }
    const read = await desk.stores.routing.putChannel(doerOf(permit), channel, body);
    return { status: 200, body: await shownRouting(desk, channel, accepted(read)) };
  },
};
