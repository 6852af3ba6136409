import { doerOf } from '../../directory/doer-of.js';
import { channelSettingsIn } from '../../directory/managed-channel.js';
import { shownChannel } from '../../directory/shown-channel.js';
import type { ChannelOperation } from '../../operation.js';

/** Sets a channel up; sessions that were begun before keep the terms that they began with. */
export const updateChannel: ChannelOperation<'updateChannel'> = {
  access: 'channel',
  action: 'channel.configure',
  channelOf: ({ path }) => path.channel,
  async handle({ body }, desk, permit) {
    const { channel, caller } = permit;
    await desk.stores.channels.update(doerOf(permit), channel, channelSettingsIn(body));
    await desk.organisation.look();
    return { status: 200, body: await shownChannel(desk, channel, caller.technician) };
  },
};
