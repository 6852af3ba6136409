import { knownRequester } from '../../directory/known-requester.js';
import { channelToBeginIn } from '../../sessions/channel-to-begin-in.js';
import type { ChannelOperation } from '../../operation.js';

/** Those who ask for help, for whoever may invite them. */
export const searchRequesters: ChannelOperation<'searchRequesters'> = {
  access: 'channel',
  action: 'session.create',
  channelOf: (_request, { policy }, { technician }) =>
    channelToBeginIn(policy.authorizer, technician),
  async handle({ query }, { stores }) {
    const { text, customer = null, after = null, limit = usualLimit } = query;
    const words = text?.trim() ?? '';
    const search = { text: words === '' ? null : words, customer, after, limit };
    const { rows, next } = await stores.requesters.search(search);
    return { status: 200, body: { requesters: rows.map(knownRequester), next } };
  },
};

const usualLimit = 50;
