import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import type { ChannelOperation } from '../../operation.js';

/** Gives a technician or a group a role, at the desk or in a channel. Who may, and which roles, the policy says. */
export const giveRole: ChannelOperation<'giveRole'> = {
  access: 'channel',
  action: 'technician.assign-role',
  channelOf: () => atDesk,
  async handle({ path, query }, desk, { caller }) {
    const { kind, holder, role } = path;
    const place = query.in ?? atDesk;
    const permit = desk.policy.permitAssigning(caller, place, role);
    await desk.stores.roles.give(doerOf(permit), { role, kind, holder, place });
    await desk.organisation.look();
    return { status: 204 };
  },
};
