import { sosCallNow } from '../../doors/sos-call-now.js';
import { turnSosCall } from '../../doors/turn-sos-call.js';
import type { ChannelOperation } from '../../operation.js';

/** Takes no requests for a while; whoever has the link waits. */
export const pauseSosCall: ChannelOperation<'pauseSosCall'> = {
  access: 'channel',
  action: 'sos-call.manage',
  channelOf: ({ path }) => path.channel,
  async handle({ path }, desk, permit) {
    await turnSosCall(desk.stores, path.sosCall, 'paused', permit);
    const body = await sosCallNow(desk, path.sosCall, permit.caller.technician);
    return { status: 200, body };
  },
};
