import { verifierText } from '../../../activities/audit/verifier-text.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';

/** The verifier of bundles and proofs: one file, to be read before it is trusted. */
export const getVerifier: ChannelOperation<'getVerifier'> = {
  access: 'channel',
  action: 'audit.read',
  channelOf: () => atDesk,
  handle() {
    const content = Buffer.from(verifierText());
    const file = { name: 'verify.mjs', type: 'text/javascript; charset=utf-8', content };
    return { status: 200, file };
  },
};
