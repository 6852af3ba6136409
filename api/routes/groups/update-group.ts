import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import { groupSettingsIn } from '../../directory/managed-group.js';
import { requireMayGive } from '../../directory/require-may-give.js';
import { shownGroup } from '../../directory/shown-group.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Sets a group up. Who comes or goes gains or loses its roles, so those must be the caller's to give. */
export const updateGroup: ChannelOperation<'updateGroup'> = {
  access: 'channel',
  action: 'group.manage',
  channelOf: () => atDesk,
  async handle({ path, body }, desk, permit) {
    const { groups } = desk.stores;
    const before = await groups.find(path.group);
    if (!before) throw new ProblemError('not-found');
    const there = new Set(before.members.map(({ technician }) => technician));
    const moves = there.size !== body.members.length || body.members.some((one) => !there.has(one));
    if (moves) requireMayGive(desk.policy, permit.caller, before.roles);
    await groups.update(doerOf(permit), path.group, groupSettingsIn(body), body.members);
    await desk.organisation.look();
    return { status: 200, body: await shownGroup(desk, path.group, permit.caller.technician) };
  },
};
