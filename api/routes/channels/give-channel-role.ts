import { channelStaff } from '../../directory/channel-staff.js';
import { doerOf } from '../../directory/doer-of.js';
import type { ChannelOperation } from '../../operation.js';

/** Gives a technician or a group a role in a channel; roles that count elsewhere too are not given here. */
export const giveChannelRole: ChannelOperation<'giveChannelRole'> = {
  access: 'channel',
  action: 'channel.staff',
  channelOf: ({ path }) => path.channel,
  async handle({ path }, desk, permit) {
    const { channel: place } = permit;
    const { kind, holder, role } = path;
    await desk.stores.roles.give(doerOf(permit), { role, kind, holder, place });
    await desk.organisation.look();
    return { status: 200, body: await channelStaff(desk, place) };
  },
};
