import type { PublicOperation } from '../../operation.js';
import { followLink } from '../../links/follow-link.js';
import { idFrom } from '../../../activities/keys/id-from.js';
import { maybeInstant } from '../../shown/instant.js';
import { maybePersonOf } from '../../shown/people.js';

/** What a link is about, before anything is shared. Binds nothing, but the desk notes the first visit. */
export const visitLink: PublicOperation<'visitLink'> = {
  access: 'public',
  async handle({ body, address }, desk) {
    const session = await followLink(desk, body.token);
    if (session.linkOpenedAt === null) {
      await desk.commands.send(session.id, {
        id: idFrom(`open-link ${session.id}`),
        actor: { kind: 'user' },
        grant: null,
        from: address,
        command: { type: 'open-link' },
      });
    }
    const { authorizer } = desk.policy;
    const inviter = session.createdBy.kind === 'technician' ? session.createdBy.key : null;
    return {
      status: 200,
      body: {
        organisation: desk.settings.organisation,
        technician: maybePersonOf(authorizer, session.assignee ?? inviter),
        requesterName: session.requester.name,
        subject: session.subject,
        state: session.state,
        expiresAt: maybeInstant(session.startBy),
        scopes: ['view', 'control'],
        language: session.requester.language,
        helpers: [...desk.settings.helpers],
      },
    };
  },
};
