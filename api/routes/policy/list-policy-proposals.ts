import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { proposalView } from '../../policy/policy-views.js';

/** Proposed changes, the open ones first. */
export const listPolicyProposals: ChannelOperation<'listPolicyProposals'> = {
  access: 'channel',
  action: 'policy.read',
  channelOf: () => atDesk,
  async handle(_request, { policy, policyOffice }) {
    const { digest } = policyOffice.source.entry;
    const proposals = (await policyOffice.proposals()).map((proposal) =>
      proposalView(policy.authorizer, proposal, digest),
    );
    return { status: 200, body: { proposals } };
  },
};
