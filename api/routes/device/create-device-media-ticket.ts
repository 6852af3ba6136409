import type { DeviceOperation } from '../../operation.js';

/** A ticket to send the screen with, while consent lasts. */
export const createDeviceMediaTicket: DeviceOperation<'createDeviceMediaTicket'> = {
  access: 'device',
  async handle(_request, { media }, { session, deviceId }) {
    return { status: 201, body: await media.forDevice(session, deviceId) };
  },
};
