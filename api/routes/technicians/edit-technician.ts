import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import { technicianSettingsIn } from '../../directory/managed-technician.js';
import { requireMayGive, rolesHeldBy } from '../../directory/require-may-give.js';
import { shownTechnician } from '../../directory/shown-technician.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Sets a technician up. By their address they may be known at sign-in, so it is theirs to change who may give their roles. */
export const editTechnician: ChannelOperation<'editTechnician'> = {
  access: 'channel',
  action: 'technician.edit',
  channelOf: () => atDesk,
  async handle({ path: { technician }, body }, desk, permit) {
    const { stores, policy, organisation } = desk;
    const before = await stores.technicians.find(technician);
    if (!before) throw new ProblemError('not-found');
    if (before.address !== body.address) {
      requireMayGive(policy, permit.caller, rolesHeldBy(policy, technician));
    }
    await stores.technicians.update(doerOf(permit), technician, technicianSettingsIn(body));
    await organisation.look();
    const shown = await shownTechnician(desk, technician, permit.caller.technician);
    return { status: 200, body: shown };
  },
};
