import { isSwitchable } from '../../../workflows/domain/policy/actions.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import { requireMayGive, rolesHeldBy } from '../../directory/require-may-give.js';
import { shownSwitches } from '../../directory/shown-switches.js';
import type { Desk } from '../../desk.js';
import type { ChannelOperation } from '../../operation.js';
import { unfit } from '../../problems/unfit.js';

/** Switches an action on or off. It changes what roles give, so it takes the right to give those roles. */
export const setSwitch: ChannelOperation<'setSwitch'> = {
  access: 'channel',
  action: 'technician.assign-role',
  channelOf: () => atDesk,
  async handle({ path, body }, desk, permit) {
    const { kind, holder, action } = path;
    if (!isSwitchable(action)) {
      const message = 'is no action that can be switched';
      throw unfit({ path: '/path/action', code: 'not-switchable', message });
    }
    requireMayGive(desk.policy, permit.caller, await rolesOf(desk, kind, holder));
    await desk.stores.switches.set(doerOf(permit), { kind, holder, action, setting: body.setting });
    await desk.organisation.look();
    return { status: 200, body: await shownSwitches(desk.stores, path) };
  },
};

async function rolesOf({ policy, stores }: Desk, kind: 'technician' | 'group', holder: string) {
  return kind === 'technician' ? rolesHeldBy(policy, holder) : stores.roles.of('group', holder);
}
