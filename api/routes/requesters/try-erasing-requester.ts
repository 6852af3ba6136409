import { asAuditProblem } from '../../audit/audit-problem.js';
import { doerOf } from '../../directory/doer-of.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';

/** What erasing somebody would take, and the word that confirms exactly that. */
export const tryErasingRequester: ChannelOperation<'tryErasingRequester'> = {
  access: 'channel',
  action: 'recording.delete',
  channelOf: () => atDesk,
  async handle({ path }, { stores }, permit) {
    const erasure = await stores.auditLog
      .erasePerson(path.requester, doerOf(permit), { dryRun: true })
      .catch(asAuditProblem);
    return { status: 200, body: erasure };
  },
};
