import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import { channelSettingsIn } from '../../directory/managed-channel.js';
import { shownChannel } from '../../directory/shown-channel.js';
import type { ChannelOperation } from '../../operation.js';

/** Makes a channel; who may make one may also set it up. */
export const createChannel: ChannelOperation<'createChannel'> = {
  access: 'channel',
  action: 'channel.create',
  channelOf: () => atDesk,
  async handle({ body }, desk, permit) {
    const key = await desk.stores.channels.create(doerOf(permit), channelSettingsIn(body));
    await desk.organisation.look();
    return { status: 201, body: await shownChannel(desk, key, permit.caller.technician) };
  },
};
