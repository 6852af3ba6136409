import { doerOf } from '../../directory/doer-of.js';
import { knownRequester, requesterFactsIn } from '../../directory/known-requester.js';
import { channelToBeginIn } from '../../sessions/channel-to-begin-in.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Remembers somebody who asks for help. */
export const createRequester: ChannelOperation<'createRequester'> = {
  access: 'channel',
  action: 'session.create',
  channelOf: (_request, { policy }, { technician }) =>
    channelToBeginIn(policy.authorizer, technician),
  async handle({ body }, { stores }, permit) {
    const id = await stores.requesters.create(doerOf(permit), requesterFactsIn(body));
    const made = await stores.requesters.find(id);
    if (!made) throw new ProblemError('not-found');
    return { status: 201, body: knownRequester(made) };
  },
};
