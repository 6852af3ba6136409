import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { shownSwitches } from '../../directory/shown-switches.js';
import type { ChannelOperation } from '../../operation.js';

/** What is switched on or off for a technician or a group. */
export const listSwitches: ChannelOperation<'listSwitches'> = {
  access: 'channel',
  action: 'technician.assign-role',
  channelOf: () => atDesk,
  async handle({ path }, { stores }) {
    return { status: 200, body: await shownSwitches(stores, path) };
  },
};
