import type { SelfOperation } from '../../operation.js';
import { personOf } from '../../shown/people.js';
import { actionsAnywhere, actionsAtDesk } from '../../sessions/actions-anywhere.js';
import { mayInviteIn } from '../../sessions/may-invite-in.js';

/** Who the caller is, and what they may do at the desk. */
export const getMe: SelfOperation<'getMe'> = {
  access: 'self',
  async handle(_request, { stores, policy, settings }, { technician, csrfToken }) {
    const { authorizer } = policy;
    const known = await stores.directory.technician(technician);
    return {
      status: 200,
      body: {
        person: personOf(authorizer, technician),
        organisation: settings.organisation,
        csrfToken,
        mails: settings.mails,
        language: known?.language ?? null,
        availability: known?.availability ?? 'away',
        roles: authorizer.people
          .rolesOf(technician)
          .map(({ role, in: channel }) => ({ role, channel })),
        mayInviteIn: [...mayInviteIn(authorizer, technician)],
        actions: {
          atDesk: [...actionsAtDesk(authorizer, technician)],
          anywhere: [...actionsAnywhere(authorizer, technician)],
        },
      },
    };
  },
};
