import type { DeviceOperation } from '../../operation.js';

/** Changes to the session, as they happen; also the device's lease. */
export const deviceLive: DeviceOperation<'deviceLive'> = {
  access: 'device',
  handle(_request, { deviceStreams }, device) {
    return { status: 200, stream: (sink) => deviceStreams.add(sink, device) };
  },
};
