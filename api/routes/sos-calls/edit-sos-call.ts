import { asNameProblem, sosCallTerms } from '../../doors/sos-call-terms.js';
import { sosCallNow } from '../../doors/sos-call-now.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Changes an SOS Call; who has its link goes on using it. */
export const editSosCall: ChannelOperation<'editSosCall'> = {
  access: 'channel',
  action: 'sos-call.manage',
  channelOf: ({ path }) => path.channel,
  async handle({ path: { channel, sosCall }, body }, desk, { caller, grant }) {
    const terms = sosCallTerms(body, channel, desk.policy.authorizer);
    const actor = { kind: 'technician', key: caller.technician } as const;
    const edited = await desk.stores.sosCalls
      .edit(sosCall, channel, terms, { actor, ...grant })
      .catch(asNameProblem);
    if (!edited) throw new ProblemError('not-found');
    return { status: 200, body: await sosCallNow(desk, sosCall, caller.technician) };
  },
};
