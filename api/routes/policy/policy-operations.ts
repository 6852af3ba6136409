import type { Operations } from '../../operation.js';
import { approvePolicyProposal } from './approve-policy-proposal.js';
import { checkPolicyDraft } from './check-policy-draft.js';
import { explainDecision } from './explain-decision.js';
import { exportOrganisation } from './export-organisation.js';
import { getPolicy } from './get-policy.js';
import { getPolicyHistory } from './get-policy-history.js';
import { getPolicyMatrix } from './get-policy-matrix.js';
import { getPolicyProposal } from './get-policy-proposal.js';
import { listPolicyProposals } from './list-policy-proposals.js';
import { proposePolicy } from './propose-policy.js';
import { rejectPolicyProposal } from './reject-policy-proposal.js';
import { rollBackPolicy } from './roll-back-policy.js';
import { vouchPolicyProposal } from './vouch-policy-proposal.js';
import { whoCan } from './who-can.js';
import { withdrawPolicyProposal } from './withdraw-policy-proposal.js';

/** Every operation on the policy: what it says, what is proposed, and what was in force. */
export const policyOperations = {
  approvePolicyProposal,
  checkPolicyDraft,
  explainDecision,
  exportOrganisation,
  getPolicy,
  getPolicyHistory,
  getPolicyMatrix,
  getPolicyProposal,
  listPolicyProposals,
  proposePolicy,
  rejectPolicyProposal,
  rollBackPolicy,
  vouchPolicyProposal,
  whoCan,
  withdrawPolicyProposal,
} as const satisfies Partial<Operations>;
