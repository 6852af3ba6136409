import { exportOrganisation as written } from '../../../policies/reading/export-organisation.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';

/** The organisation as the policy is asked about it, to be tried elsewhere. */
export const exportOrganisation: ChannelOperation<'exportOrganisation'> = {
  access: 'channel',
  action: 'policy.read',
  channelOf: () => atDesk,
  handle(_request, { policy }) {
    return { status: 200, body: written(policy.authorizer.people.organisation) };
  },
};
