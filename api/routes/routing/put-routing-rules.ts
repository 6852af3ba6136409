import { desk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { accepted, doerOf, shownRules } from './routing-answer.js';

/** Sets how requests find their channel. */
export const putRoutingRules: ChannelOperation<'putRoutingRules'> = {
  access: 'channel',
  action: 'channel.configure',
  channelOf: () => desk,
  async handle({ body }, { stores }, permit) {
    const read = await stores.routing.putRules(doerOf(permit), body);
    return { status: 200, body: shownRules(accepted(read)) };
  },
};
