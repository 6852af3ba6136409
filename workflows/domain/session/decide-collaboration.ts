import type { CollaborationCommand } from './commands.js';
import { takeFacts } from './decide-transfer.js';
import { type Context, type Decision, refuse } from './decision.js';
import type { SessionFact } from './events.js';
import { collaboratorIn, hasJoined, type Session } from './session.js';
import type { Leaving } from './vocabulary.js';

/** How many may be in a session beside its assignee. */
export const mostCollaborators = 12;

/** Who else is in the session, and who of them holds the mouse. */
export function decideCollaboration(
  session: Session,
  command: CollaborationCommand,
  context: Context,
): Decision {
  const { actor } = context;
  if (command.type === 'leave') return decideLeave(session, command.technician, context);
  if (actor.kind !== 'technician') return refuse('not-assignee', session.assignee);
  switch (command.type) {
    case 'invite-collaborator':
      return decideInvite(session, command);
    case 'join':
      return decideJoinIn(session, actor.key);
    case 'come-in':
      return decideComeIn(session, actor.key);
    case 'give-mouse':
      return decideMouse(session, command.technician, actor.key);
    case 'take-over':
      return session.assignee === actor.key
        ? refuse('already-there')
        : takeFacts(session, {
            type: 'taken-over',
            technician: actor.key,
            from: session.assignee,
          });
  }
}

/** Somebody's part ends; the mouse they held goes back to whoever answers for the session. */
export function leaveFacts(
  session: Session,
  technician: string,
  reason: Leaving,
): readonly SessionFact[] {
  const left: SessionFact = { type: 'collaborator-left', technician, reason };
  if (session.driver.technician !== technician) return [left];
  return [left, { type: 'driver-changed', technician: session.assignee }];
}

function decideInvite(
  session: Session,
  { technician, guest }: Extract<CollaborationCommand, { type: 'invite-collaborator' }>,
): Decision {
  if (session.assignee === technician || collaboratorIn(session, technician)) {
    return refuse('already-there', technician);
  }
  if (session.collaborators.length >= mostCollaborators) return refuse('too-many-collaborators');
  return [{ type: 'collaborator-invited', technician, guest }];
}

function decideJoinIn(session: Session, technician: string): Decision {
  const known = collaboratorIn(session, technician);
  if (!known) return refuse('not-collaborator', technician);
  return known.joinedAt === null ? [{ type: 'collaborator-joined', technician }] : [];
}

/** Whether somebody may come uninvited is for the policy to say. */
function decideComeIn(session: Session, technician: string): Decision {
  if (session.assignee === technician) return refuse('already-there', technician);
  const known = collaboratorIn(session, technician);
  if (!known && session.collaborators.length >= mostCollaborators) {
    return refuse('too-many-collaborators');
  }
  return known?.joinedAt == null ? [{ type: 'collaborator-joined', technician }] : [];
}

function decideLeave(session: Session, technician: string, { actor }: Context): Decision {
  const known = collaboratorIn(session, technician);
  if (!known) return refuse('not-collaborator', technician);
  const isThemselves = actor.kind === 'technician' && actor.key === technician;
  const byWord = known.joinedAt === null ? 'declined' : 'left';
  return leaveFacts(session, technician, isThemselves ? byWord : 'removed');
}

/** The assignee hands the mouse over and takes it back; who holds it may give it back. */
function decideMouse(session: Session, technician: string, actor: string): Decision {
  if (session.state !== 'active') return refuse('not-active');
  const { driver, assignee } = session;
  if (actor !== assignee && actor !== driver.technician) return refuse('not-assignee', assignee);
  if (driver.technician === technician) return refuse('already-there', technician);
  if (technician !== assignee && !hasJoined(session, technician)) {
    return refuse('not-joined', technician);
  }
  return [{ type: 'driver-changed', technician }];
}
