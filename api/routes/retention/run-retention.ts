import { retentionConfirmation } from '../../audit/retention-confirmation.js';
import { shownRun } from '../../audit/shown-run.js';
import { doerOf } from '../../directory/doer-of.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Lets go now of what is older than it is kept, once it was looked at what that is. */
export const runRetention: ChannelOperation<'runRetention'> = {
  access: 'channel',
  action: 'recording.delete',
  besides: ['audit.export'],
  channelOf: () => atDesk,
  async handle({ headers, body }, { stores }, permit) {
    const kept = await stores.retention.read();
    if (body.confirmation !== retentionConfirmation(kept, kept)) {
      throw new ProblemError('retention-changed');
    }
    const run = await stores.runs.ask(headers['Idempotency-Key'], 'retention', doerOf(permit));
    return { status: 201, body: shownRun(run) };
  },
};
