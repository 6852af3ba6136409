import { asAuditProblem } from '../../audit/audit-problem.js';
import { plainProof } from '../../audit/plain-proof.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { unfit } from '../../problems/unfit.js';

/** The proof that the log of one signed size became that of another, or the last. */
export const proveGrowth: ChannelOperation<'proveGrowth'> = {
  access: 'channel',
  action: 'audit.read',
  channelOf: () => atDesk,
  async handle({ query: { from, to } }, { stores }) {
    if (to !== undefined && to < from) {
      const message = 'the log was not that small any more';
      throw unfit({ path: '/query/to', code: 'log-never-smaller', message });
    }
    const proof = await stores.auditLog.proofOfGrowth(from, to ?? null).catch(asAuditProblem);
    return { status: 200, body: plainProof(proof) };
  },
};
