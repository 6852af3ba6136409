import { shownRun } from '../../audit/shown-run.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';

/** When the log was verified, up to where, and what was found. */
export const listVerifications: ChannelOperation<'listVerifications'> = {
  access: 'channel',
  action: 'audit.read',
  channelOf: () => atDesk,
  async handle(_request, { stores }) {
    const runs = await stores.runs.latest('verification', 20);
    return { status: 200, body: { runs: runs.map(shownRun) } };
  },
};
