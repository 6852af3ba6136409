import type { ChannelOperation } from '../../operation.js';
import { policyView } from '../../policy/policy-views.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';

/** The policy in force; for everybody who may read it in some place, which they name. */
export const getPolicy: ChannelOperation<'getPolicy'> = {
  access: 'channel',
  action: 'policy.read',
  channelOf: ({ query }) => query.channel ?? atDesk,
  handle(_request, { policy, policyOffice }) {
    return { status: 200, body: policyView(policy.authorizer, policyOffice.source) };
  },
};
