import { asAuditProblem } from '../../audit/audit-problem.js';
import { auditLook } from '../../audit/looks.js';
import { plainProof } from '../../audit/plain-proof.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** The proof that one entry is in the log, for the verifier of one file. */
export const proveEntry: ChannelOperation<'proveEntry'> = {
  access: 'channel',
  action: 'audit.export',
  channelOf: () => atDesk,
  async handle({ path, query }, { stores }, permit) {
    await stores.gathered.note(auditLook(permit, 'proof'));
    const proof = await stores.auditLog
      .proofOfEntry(path.entry, query.checkpoint ?? null)
      .catch(asAuditProblem);
    if (!proof) throw new ProblemError('not-found');
    return { status: 200, body: plainProof(proof) };
  },
};
