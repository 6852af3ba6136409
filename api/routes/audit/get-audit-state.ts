import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';

/** How far the signed log reaches, and how many entries wait for their seal. */
export const getAuditState: ChannelOperation<'getAuditState'> = {
  access: 'channel',
  action: 'audit.read',
  channelOf: () => atDesk,
  async handle(_request, { stores }) {
    const { signedAt, ...state } = await stores.auditSearch.state();
    return { status: 200, body: { ...state, signedAt: signedAt?.toISOString() ?? null } };
  },
};
