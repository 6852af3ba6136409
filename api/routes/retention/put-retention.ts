import { retentionConfirmation } from '../../audit/retention-confirmation.js';
import { doerOf } from '../../directory/doer-of.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Sets how long things are kept, once its consequences were looked at. */
export const putRetention: ChannelOperation<'putRetention'> = {
  access: 'channel',
  action: 'recording.delete',
  besides: ['audit.export'],
  channelOf: () => atDesk,
  async handle({ body }, { stores }, permit) {
    const { confirmation, ...next } = body;
    await stores.retention.set(next, doerOf(permit), (now) => {
      if (confirmation !== retentionConfirmation(now, next)) {
        throw new ProblemError('retention-changed');
      }
    });
    return { status: 200, body: next };
  },
};
