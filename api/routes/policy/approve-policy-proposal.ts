import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { proposalView } from '../../policy/policy-views.js';

/** Puts a change in force that somebody else proposed. */
export const approvePolicyProposal: ChannelOperation<'approvePolicyProposal'> = {
  access: 'channel',
  action: 'policy.approve',
  channelOf: () => atDesk,
  async handle({ path }, { policy, policyOffice }, permit) {
    const proposal = await policyOffice.approve(permit, path.proposal);
    const { digest } = policyOffice.source.entry;
    return { status: 200, body: proposalView(policy.authorizer, proposal, digest) };
  },
};
