import type { ChannelOperation } from '../../operation.js';

/** Says how many running clocks another target would be given to, before anybody does it. */
export const countRunningClocks: ChannelOperation<'countRunningClocks'> = {
  access: 'channel',
  action: 'sla.configure',
  channelOf: ({ query }) => query.channel,
  async handle({ query }, { stores, now }) {
    const newTarget = { ...query, priority: query.priority ?? null };
    return { status: 200, body: await stores.clocks.countRunning(newTarget, now()) };
  },
};
