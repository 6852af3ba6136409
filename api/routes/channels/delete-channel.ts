import { doerOf } from '../../directory/doer-of.js';
import { emptyChannel } from '../../directory/empty-channel.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { refusedAt } from '../../problems/refused-at.js';

/** Deletes a channel: its open sessions move first, each by its own workflow, and only then is it gone. */
export const deleteChannel: ChannelOperation<'deleteChannel'> = {
  access: 'channel',
  action: 'channel.delete',
  channelOf: ({ path }) => path.channel,
  async handle({ query }, desk, permit) {
    const { channel } = permit;
    const { channels } = desk.stores;
    const found = await channels.find(channel);
    if (!found) throw new ProblemError('not-found');
    if (found.isDefault) throw new ProblemError('default-channel');
    const to = query.moveTo ?? (await channels.defaultKey());
    if (to === null || to === channel || !(await channels.find(to))) {
      throw refusedAt('/query/moveTo', 'channel-unknown', to ?? '');
    }
    const moved = await emptyChannel(desk, permit, to);
    await channels.delete(doerOf(permit), channel);
    await desk.organisation.look();
    return { status: 200, body: { moved, to } };
  },
};
