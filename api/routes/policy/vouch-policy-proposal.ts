import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { proposalView } from '../../policy/policy-views.js';

/** Answers for files that changed on disk: the first of the two persons that a change needs. */
export const vouchPolicyProposal: ChannelOperation<'vouchPolicyProposal'> = {
  access: 'channel',
  action: 'policy.propose',
  channelOf: () => atDesk,
  async handle({ path }, { policy, policyOffice }, permit) {
    const proposal = await policyOffice.vouch(permit, path.proposal);
    const { digest } = policyOffice.source.entry;
    return { status: 200, body: proposalView(policy.authorizer, proposal, digest) };
  },
};
