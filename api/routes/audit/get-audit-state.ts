import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { shownRun } from '../../audit/shown-run.js';
import type { ChannelOperation } from '../../operation.js';

/** How far the signed log reaches, and how many entries wait for their seal. */
export const getAuditState: ChannelOperation<'getAuditState'> = {
  access: 'channel',
  action: 'audit.read',
  channelOf: () => atDesk,
  async handle(_request, { stores }) {
    const [{ signedAt, ...state }, verified] = await Promise.all([
      stores.auditSearch.state(),
      stores.runs.lastEnded('verification'),
    ]);
    return {
      status: 200,
      body: {
        ...state,
        signedAt: signedAt?.toISOString() ?? null,
        verified: verified && shownRun(verified),
      },
    };
  },
};
