import type { PublicOperation } from '../../operation.js';

/** Whether this process is alive. */
export const getHealth: PublicOperation<'getHealth'> = {
  access: 'public',
  handle(_request, { settings }) {
    return { status: 200, body: { status: 'ok', version: settings.version } };
  },
};
