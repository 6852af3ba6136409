import type { SessionOperation, SessionPermit } from '../../operation.js';
import type { Desk } from '../../desk.js';
import type { components } from '../../generated/openapi.js';
import { ProblemError } from '../../problems/problem-error.js';
import { isOfChannel } from '../../sessions/invitees.js';
import { invitableActions } from '../../../policies/outside-collaborator.js';
import { isAction } from '../../../workflows/domain/policy/actions.js';
import type { GuestPass } from '../../../workflows/domain/session/session.js';
import { command } from '../sessions/command.js';

type Guest = NonNullable<components['schemas']['NewCollaborator']['guest']>;

/** Asks somebody into a session: of its channel as they are, from outside with what the caller lends them. */
export const inviteCollaborator: SessionOperation<'inviteCollaborator'> = {
  access: 'session',
  action: 'session.collaborate',
  handle({ headers, body }, desk, permit) {
    const { technician } = body;
    const { authorizer } = desk.policy;
    if (!desk.policy.isEnabled(technician)) throw new ProblemError('colleague-unknown');
    const ofChannel = isOfChannel(authorizer, technician, permit.session.channel);
    const guest = ofChannel ? null : guestPass(desk, permit, body.guest);
    const what = { type: 'invite-collaborator', technician, guest } as const;
    return command(desk, permit, headers['Idempotency-Key'], what);
  },
};

/** Exactly what is listed and the inviter could use, until the invitation's time. */
function guestPass(
  { policy, now }: Pick<Desk, 'policy' | 'now'>,
  { caller, session }: SessionPermit,
  guest: Guest | undefined,
): GuestPass {
  if (!guest) throw new ProblemError('guest-needs-pass');
  const listed = guest.actions.filter(isAction);
  const actions = invitableActions(listed, policy.lendable(session, caller.technician, listed));
  if (!actions.includes('session.view')) throw new ProblemError('guest-sees-nothing');
  return { actions, until: now() + guest.minutes * 60_000 };
}
