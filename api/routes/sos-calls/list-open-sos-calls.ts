import { sosTokenOf } from '../../../activities/links/link-token.js';
import type { PublicOperation } from '../../operation.js';

/** What stands on the desk's public page. */
export const listOpenSosCalls: PublicOperation<'listOpenSosCalls'> = {
  access: 'public',
  async handle(_request, { stores, settings }) {
    const { organisation, keys, helpers } = settings;
    const sosCalls = (await stores.sosCalls.listed()).map((call) => ({
      name: call.name,
      description: call.description,
      department: call.department,
      token: sosTokenOf(keys.link, call.id),
      paused: call.pausedAt !== null,
    }));
    return { status: 200, body: { organisation, sosCalls, helpers: [...helpers] } };
  },
};
