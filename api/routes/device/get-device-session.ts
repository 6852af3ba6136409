import type { DeviceOperation } from '../../operation.js';

/** The session as its user sees it. */
export const getDeviceSession: DeviceOperation<'getDeviceSession'> = {
  access: 'device',
  async handle(_request, { views }, { session }) {
    return { status: 200, body: await views.deviceOf(session) };
  },
};
