import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import type { Findings } from '../../policy/findings.js';
import { findingsView, proposalView } from '../../policy/policy-views.js';

/** A proposed change with its files, those that were in force then, and what was found of it. */
export const getPolicyProposal: ChannelOperation<'getPolicyProposal'> = {
  access: 'channel',
  action: 'policy.read',
  channelOf: () => atDesk,
  async handle({ path }, { policy, policyOffice }) {
    const { authorizer } = policy;
    const proposal = await policyOffice.proposal(path.proposal);
    const [files, before] = await Promise.all([
      policyOffice.filesOf(proposal.digest),
      policyOffice.filesOf(proposal.base),
    ]);
    // Stored as it was found when it was proposed.
    const findings = proposal.findings as Findings;
    return {
      status: 200,
      body: {
        proposal: proposalView(authorizer, proposal, policyOffice.source.entry.digest),
        files: Object.fromEntries(files),
        before: Object.fromEntries(before),
        findings: findingsView(authorizer, findings, proposal.revision),
      },
    };
  },
};
