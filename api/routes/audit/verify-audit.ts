import { shownRun } from '../../audit/shown-run.js';
import { doerOf } from '../../directory/doer-of.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';

/** Has the whole log verified; who asks sees how far it is in the list. */
export const verifyAudit: ChannelOperation<'verifyAudit'> = {
  access: 'channel',
  action: 'audit.read',
  channelOf: () => atDesk,
  async handle({ headers }, { stores }, permit) {
    const run = await stores.runs.ask(headers['Idempotency-Key'], 'verification', doerOf(permit));
    return { status: 201, body: shownRun(run) };
  },
};
