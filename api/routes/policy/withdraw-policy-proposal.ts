import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { proposalView } from '../../policy/policy-views.js';

/** Takes one's own proposal back. */
export const withdrawPolicyProposal: ChannelOperation<'withdrawPolicyProposal'> = {
  access: 'channel',
  action: 'policy.propose',
  channelOf: () => atDesk,
  async handle({ path }, { policy, policyOffice }, permit) {
    const proposal = await policyOffice.withdraw(permit, path.proposal);
    const { digest } = policyOffice.source.entry;
    return { status: 200, body: proposalView(policy.authorizer, proposal, digest) };
  },
};
