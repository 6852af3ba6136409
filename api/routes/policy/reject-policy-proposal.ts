import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { proposalView } from '../../policy/policy-views.js';

/** Turns a proposed change down. */
export const rejectPolicyProposal: ChannelOperation<'rejectPolicyProposal'> = {
  access: 'channel',
  action: 'policy.approve',
  channelOf: () => atDesk,
  async handle({ path, body }, { policy, policyOffice }, permit) {
    const proposal = await policyOffice.reject(permit, path.proposal, body.reason ?? null);
    const { digest } = policyOffice.source.entry;
    return { status: 200, body: proposalView(policy.authorizer, proposal, digest) };
  },
};
