import { whoCan as everybodyWhoCan } from '../../../policies/asking/who-can.js';
import type { ChannelOperation } from '../../operation.js';
import { personOf } from '../../shown/people.js';

/** Everybody who may do something in a channel. */
export const whoCan: ChannelOperation<'whoCan'> = {
  access: 'channel',
  action: 'policy.read',
  channelOf: ({ query }) => query.channel,
  handle({ query }, { policy }) {
    const { authorizer } = policy;
    const { channel, action, relation = 'own' } = query;
    const keys = everybodyWhoCan(authorizer, { channel, action, relation });
    return { status: 200, body: { people: keys.map((key) => personOf(authorizer, key)) } };
  },
};
