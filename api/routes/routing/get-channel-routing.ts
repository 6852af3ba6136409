import type { ChannelOperation } from '../../operation.js';
import { shownRouting } from './routing-answer.js';

/** How sessions of a channel find their technician. */
export const getChannelRouting: ChannelOperation<'getChannelRouting'> = {
  access: 'channel',
  action: 'channel.configure',
  channelOf: ({ path }) => path.channel,
  async handle({ path }, { stores }) {
    return { status: 200, body: shownRouting(await stores.routing.channel(path.channel)) };
  },
};
