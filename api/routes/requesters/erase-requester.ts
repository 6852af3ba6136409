import { asAuditProblem } from '../../audit/audit-problem.js';
import { doerOf } from '../../directory/doer-of.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';

/** Erases somebody from every text, if what would go is still what was confirmed. */
export const eraseRequester: ChannelOperation<'eraseRequester'> = {
  access: 'channel',
  action: 'recording.delete',
  channelOf: () => atDesk,
  async handle({ path, body }, { stores }, permit) {
    const { confirmation } = body;
    const { sessions, texts } = await stores.auditLog
      .erasePerson(path.requester, doerOf(permit), { dryRun: false, confirmation })
      .catch(asAuditProblem);
    return { status: 200, body: { sessions, texts } };
  },
};
