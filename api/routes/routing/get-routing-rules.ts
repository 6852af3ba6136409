import { desk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { shownRules } from './routing-answer.js';

/** How requests find their channel. */
export const getRoutingRules: ChannelOperation<'getRoutingRules'> = {
  access: 'channel',
  action: 'channel.configure',
  channelOf: () => desk,
  async handle(_request, { stores }) {
    return { status: 200, body: shownRules(await stores.routing.rules()) };
  },
};
