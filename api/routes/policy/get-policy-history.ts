import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { inForceView } from '../../policy/policy-views.js';

/** What was in force when, latest first. */
export const getPolicyHistory: ChannelOperation<'getPolicyHistory'> = {
  access: 'channel',
  action: 'policy.read',
  channelOf: () => atDesk,
  async handle(_request, { policy, policyOffice }) {
    const entries = (await policyOffice.history()).map((entry) =>
      inForceView(policy.authorizer, entry),
    );
    return { status: 200, body: { entries } };
  },
};
