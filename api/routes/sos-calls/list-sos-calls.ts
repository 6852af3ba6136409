import { maySeeSosCallsIn, shownSosCall } from '../../doors/sos-call-view.js';
import type { SelfOperation } from '../../operation.js';

/** The SOS Calls of every channel that the caller can see into. */
export const listSosCalls: SelfOperation<'listSosCalls'> = {
  access: 'each-row',
  async handle(_request, { stores, policy, settings }, { technician }) {
    const { authorizer } = policy;
    const found = await stores.sosCalls.of(maySeeSosCallsIn(authorizer, technician));
    return {
      status: 200,
      body: {
        sosCalls: found.map((call) => shownSosCall(call, authorizer, settings, technician)),
      },
    };
  },
};
