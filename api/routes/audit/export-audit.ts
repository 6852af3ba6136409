import { asAuditProblem } from '../../audit/audit-problem.js';
import { periodIn } from '../../audit/period.js';
import { zipOf } from '../../audit/zip-of.js';
import { doerOf } from '../../directory/doer-of.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';

/** A part of the log with its proofs and a verifier; noted before anybody has it. */
export const exportAudit: ChannelOperation<'exportAudit'> = {
  access: 'channel',
  action: 'audit.export',
  channelOf: () => atDesk,
  async handle({ query }, { stores }, permit) {
    const wanted = { ...periodIn(query), checkpoint: query.checkpoint ?? null };
    const opened = await stores.auditLog.export(wanted, doerOf(permit)).catch(asAuditProblem);
    return {
      status: 200,
      file: {
        name: 'audit-log.zip',
        type: 'application/zip',
        content: zipOf(opened.files),
        close: () => opened.close(),
      },
    };
  },
};
