import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { historyView } from '../../policy/policy-views.js';

/** What was in force when, and where taking back leads. */
export const getPolicyHistory: ChannelOperation<'getPolicyHistory'> = {
  access: 'channel',
  action: 'policy.read',
  channelOf: () => atDesk,
  async handle(_request, { policy, policyOffice }) {
    const history = await policyOffice.history();
    return { status: 200, body: historyView(policy.authorizer, history) };
  },
};
