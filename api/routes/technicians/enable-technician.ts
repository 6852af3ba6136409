import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import { shownTechnician } from '../../directory/shown-technician.js';
import type { ChannelOperation } from '../../operation.js';

/** Lets a technician sign in again, with the roles that they had. */
export const enableTechnician: ChannelOperation<'enableTechnician'> = {
  access: 'channel',
  action: 'technician.disable',
  channelOf: () => atDesk,
  async handle({ path: { technician } }, desk, permit) {
    await desk.stores.technicians.enable(doerOf(permit), technician);
    await desk.organisation.look();
    const shown = await shownTechnician(desk, technician, permit.caller.technician);
    return { status: 200, body: shown };
  },
};
