import type { ChannelOperation } from '../../operation.js';
import { explanationView } from '../../policy/policy-views.js';

/** Why somebody may do something, or may not. */
export const explainDecision: ChannelOperation<'explainDecision'> = {
  access: 'channel',
  action: 'policy.read',
  channelOf: ({ query }) => query.channel,
  handle({ query }, { policy }) {
    const { relation = 'own', assigning, ...asked } = query;
    const question = { ...asked, relation, ...(assigning === undefined ? {} : { assigning }) };
    return { status: 200, body: explanationView(policy.authorizer, question) };
  },
};
