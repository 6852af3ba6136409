import type { DeviceOperation } from '../../operation.js';

/** The user has paused what their device shows, or goes on. */
export const pauseShowing: DeviceOperation<'pauseShowing'> = {
  access: 'device',
  async handle({ body }, { stores }, { deviceId }) {
    await stores.devices.pause(deviceId, body.paused);
    return { status: 204 };
  },
};
