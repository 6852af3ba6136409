import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { matrixView } from '../../policy/policy-views.js';

/** Who can do what in a channel, or at the desk. */
export const getPolicyMatrix: ChannelOperation<'getPolicyMatrix'> = {
  access: 'channel',
  action: 'policy.read',
  channelOf: ({ query }) => query.channel ?? atDesk,
  handle({ query }, { policy }) {
    return { status: 200, body: matrixView(policy.authorizer, query.channel ?? atDesk) };
  },
};
