import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import { requireMayGive, rolesHeldBy } from '../../directory/require-may-give.js';
import { shownTechnician } from '../../directory/shown-technician.js';
import type { ChannelOperation } from '../../operation.js';

/** Lets the next sign-in under their name be theirs: only for who may give all that it would hold. */
export const forgetIdentity: ChannelOperation<'forgetIdentity'> = {
  access: 'channel',
  action: 'technician.edit',
  channelOf: () => atDesk,
  async handle({ path: { technician } }, desk, permit) {
    const { stores, policy } = desk;
    requireMayGive(policy, permit.caller, rolesHeldBy(policy, technician));
    await stores.technicians.forgetIdentity(doerOf(permit), technician);
    const shown = await shownTechnician(desk, technician, permit.caller.technician);
    return { status: 200, body: shown };
  },
};
