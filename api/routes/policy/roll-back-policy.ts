import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { takenBackView } from '../../policy/policy-views.js';

/** Takes the desk back to the policy that was in force before. */
export const rollBackPolicy: ChannelOperation<'rollBackPolicy'> = {
  access: 'channel',
  action: 'policy.approve',
  channelOf: () => atDesk,
  async handle({ body }, { policy, policyOffice }, permit) {
    const taken = await policyOffice.rollBack(permit, body.from);
    return { status: 200, body: takenBackView(policy.authorizer, taken) };
  },
};
