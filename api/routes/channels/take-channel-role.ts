import { channelStaff } from '../../directory/channel-staff.js';
import { doerOf } from '../../directory/doer-of.js';
import type { ChannelOperation } from '../../operation.js';

/** Takes a role in a channel away. */
export const takeChannelRole: ChannelOperation<'takeChannelRole'> = {
  access: 'channel',
  action: 'channel.staff',
  channelOf: ({ path }) => path.channel,
  async handle({ path }, desk, permit) {
    const { channel: place } = permit;
    const { kind, holder, role } = path;
    await desk.stores.roles.take(doerOf(permit), { role, kind, holder, place });
    await desk.organisation.look();
    return { status: 200, body: await channelStaff(desk, place) };
  },
};
