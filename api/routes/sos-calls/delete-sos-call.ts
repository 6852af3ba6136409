import { turnSosCall } from '../../doors/turn-sos-call.js';
import type { ChannelOperation } from '../../operation.js';

/** Ends an SOS Call for good. */
export const deleteSosCall: ChannelOperation<'deleteSosCall'> = {
  access: 'channel',
  action: 'sos-call.manage',
  channelOf: ({ path }) => path.channel,
  async handle({ path }, { stores }, permit) {
    await turnSosCall(stores, path.sosCall, 'deleted', permit);
    return { status: 204 };
  },
};
