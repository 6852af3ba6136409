import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { usualReplayMs } from '../../policy/findings.js';
import { findingsView } from '../../policy/policy-views.js';

/** Tries a draft: every fault by file and line, or all that it would change. Nothing is kept. */
export const checkPolicyDraft: ChannelOperation<'checkPolicyDraft'> = {
  access: 'channel',
  action: 'policy.propose',
  channelOf: () => atDesk,
  async handle({ body }, { policy, policyOffice, now }) {
    const since = body.since === undefined ? now() - usualReplayMs : Date.parse(body.since);
    const found = await policyOffice.findings(new Map(Object.entries(body.files)), since);
    return { status: 200, body: findingsView(policy.authorizer, found, found.revision) };
  },
};
