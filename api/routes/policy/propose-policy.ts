import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { usualReplayMs } from '../../policy/findings.js';
import { idFrom } from '../../../activities/keys/id-from.js';
import { proposalView } from '../../policy/policy-views.js';

/** Proposes a change for a second person to approve. */
export const proposePolicy: ChannelOperation<'proposePolicy'> = {
  access: 'channel',
  action: 'policy.propose',
  channelOf: () => atDesk,
  async handle({ body, headers }, { policy, policyOffice, now }, permit) {
    const since = body.since === undefined ? now() - usualReplayMs : Date.parse(body.since);
    const proposal = await policyOffice.propose(permit, {
      // Everybody who may read the policy knows the ids of others' proposals.
      id: idFrom(`policy ${permit.caller.technician} ${headers['Idempotency-Key']}`),
      title: body.title.trim(),
      files: new Map(Object.entries(body.files)),
      since,
    });
    const { digest } = policyOffice.source.entry;
    return { status: 201, body: proposalView(policy.authorizer, proposal, digest) };
  },
};
