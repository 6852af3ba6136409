import type { DeviceOperation } from '../../operation.js';

/** What the technician may know of the device. */
export const updateDeviceInfo: DeviceOperation<'updateDeviceInfo'> = {
  access: 'device',
  async handle({ body }, { stores }, { deviceId }) {
    await stores.devices.updateInfo(deviceId, { ...body });
    return { status: 204 };
  },
};
