import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import { groupSettingsIn } from '../../directory/managed-group.js';
import { shownGroup } from '../../directory/shown-group.js';
import type { ChannelOperation } from '../../operation.js';

/** Makes a group; it holds no role yet, so anybody may be in it. */
export const createGroup: ChannelOperation<'createGroup'> = {
  access: 'channel',
  action: 'group.manage',
  channelOf: () => atDesk,
  async handle({ body }, desk, permit) {
    const { groups } = desk.stores;
    const key = await groups.create(doerOf(permit), groupSettingsIn(body), body.members);
    await desk.organisation.look();
    return { status: 201, body: await shownGroup(desk, key, permit.caller.technician) };
  },
};
