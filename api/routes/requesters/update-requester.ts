import { doerOf } from '../../directory/doer-of.js';
import { knownRequester, requesterFactsIn } from '../../directory/known-requester.js';
import { channelToBeginIn } from '../../sessions/channel-to-begin-in.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Sets down what is known of somebody; sessions keep what was said when they began. */
export const updateRequester: ChannelOperation<'updateRequester'> = {
  access: 'channel',
  action: 'session.create',
  channelOf: (_request, { policy }, { technician }) =>
    channelToBeginIn(policy.authorizer, technician),
  async handle({ path: { requester }, body }, { stores }, permit) {
    if (!(await stores.requesters.find(requester))) throw new ProblemError('not-found');
    await stores.requesters.update(doerOf(permit), requester, requesterFactsIn(body));
    const now = await stores.requesters.find(requester);
    if (!now) throw new ProblemError('not-found');
    return { status: 200, body: knownRequester(now) };
  },
};
