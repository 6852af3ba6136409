import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import { requireMayGive } from '../../directory/require-may-give.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Deletes a group with the roles that it holds, which must be the caller's to take. */
export const deleteGroup: ChannelOperation<'deleteGroup'> = {
  access: 'channel',
  action: 'group.manage',
  channelOf: () => atDesk,
  async handle({ path }, desk, permit) {
    const { groups } = desk.stores;
    const before = await groups.find(path.group);
    if (!before) throw new ProblemError('not-found');
    requireMayGive(desk.policy, permit.caller, before.roles);
    await groups.delete(doerOf(permit), path.group);
    await desk.organisation.look();
    return { status: 204 };
  },
};
