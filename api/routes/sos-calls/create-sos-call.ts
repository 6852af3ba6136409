import { asNameProblem, sosCallTerms } from '../../doors/sos-call-terms.js';
import { sosTokenOf } from '../../../activities/links/link-token.js';
import { sosCallNow } from '../../doors/sos-call-now.js';
import type { ChannelOperation } from '../../operation.js';
import { refusedAt } from '../../problems/refused-at.js';
import { idFrom } from '../../../activities/keys/id-from.js';
import { hashOf } from '../../secrets.js';

/** Opens an SOS Call in a channel. */
export const createSosCall: ChannelOperation<'createSosCall'> = {
  access: 'channel',
  action: 'sos-call.manage',
  channelOf: ({ path }) => path.channel,
  async handle({ path: { channel }, headers, body }, desk, { caller, grant }) {
    const { stores, policy, settings } = desk;
    if (!(await stores.directory.termsOf(channel))) {
      throw refusedAt('/path/channel', 'channel-unknown', channel);
    }
    const terms = sosCallTerms(body, channel, policy.authorizer);
    // The same request always names the same SOS Call, so a repetition finds what was begun.
    const id = idFrom(`sos-call ${caller.technician} ${headers['Idempotency-Key']}`);
    const actor = { kind: 'technician', key: caller.technician } as const;
    const tokenHash = hashOf(sosTokenOf(settings.keys.link, id));
    await stores.sosCalls
      .add(id, channel, tokenHash, terms, { actor, ...grant })
      .catch(asNameProblem);
    return { status: 201, body: await sosCallNow(desk, id, caller.technician) };
  },
};
