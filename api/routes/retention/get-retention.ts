import { shownRun } from '../../audit/shown-run.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';

/** How long what is personal is kept, and what was let go of lately. */
export const getRetention: ChannelOperation<'getRetention'> = {
  access: 'channel',
  action: 'audit.read',
  channelOf: () => atDesk,
  async handle(_request, { stores }) {
    const [kept, runs] = await Promise.all([
      stores.retention.read(),
      stores.runs.latest('retention', 10),
    ]);
    return { status: 200, body: { kept: { ...kept }, runs: runs.map(shownRun) } };
  },
};
