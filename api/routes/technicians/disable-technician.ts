import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import { shownTechnician } from '../../directory/shown-technician.js';
import type { ChannelOperation } from '../../operation.js';

/** Ends a technician's access: sign-ins, live streams and pictures are over at once. */
export const disableTechnician: ChannelOperation<'disableTechnician'> = {
  access: 'channel',
  action: 'technician.disable',
  channelOf: () => atDesk,
  async handle({ path: { technician } }, desk, permit) {
    await desk.stores.technicians.disable(doerOf(permit), technician);
    await desk.organisation.look();
    const shown = await shownTechnician(desk, technician, permit.caller.technician);
    return { status: 200, body: shown };
  },
};
