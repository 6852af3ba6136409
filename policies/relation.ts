import { outsiderMay } from './outside-collaborator.js';
import type { Action } from '../workflows/domain/policy/actions.js';
import type { Relation } from '../workflows/domain/policy/roles.js';
import { collaboratorIn, type Session } from '../workflows/domain/session/session.js';
import type { Instant } from '../workflows/domain/session/vocabulary.js';

/** What of a session tells how a technician stands to it. */
export type Held = Pick<Session, 'id' | 'assignee' | 'driver' | 'collaborators' | 'transfer'>;

/** How a technician stands to a session: theirs, nobody's yet, or somebody else's. A guest is not of the channel. */
export function relationOf(session: Omit<Held, 'id' | 'transfer'>, technician: string): Relation {
  const { assignee, driver } = session;
  const known = collaboratorIn(session, technician);
  if (known?.guest) return assignee === null ? 'unassigned' : 'other';
  if (assignee === technician || driver.technician === technician || known) return 'own';
  return assignee === null ? 'unassigned' : 'other';
}

/** Whether a warm transfer that is pending is for a technician; to accept it they need the right to claim there. */
export function isAddressee(
  { transfer, assignee }: Held,
  technician: string,
  groups: readonly string[],
): boolean {
  if (!transfer?.warm || assignee === technician) return false;
  const { kind, key } = transfer.to;
  if (kind === 'technician') return key === technician;
  return kind === 'channel' || groups.includes(key);
}

/** What an invitation from outside the channel lets a technician do in the session now. */
export function guestActions(
  session: Held,
  asked: { readonly technician: string; readonly disabled: boolean; readonly now: Instant },
): readonly Action[] {
  const guest = collaboratorIn(session, asked.technician)?.guest;
  if (!guest) return [];
  const { technician } = asked;
  const invitation = { ...guest, sessionId: session.id, technician };
  return guest.actions.filter((action) =>
    outsiderMay(invitation, { ...asked, sessionId: session.id, action }),
  );
}

/** Whether a session was handed to a technician coldly, who has not said yet whether they take it. */
export function isHandedTo({ transfer, assignee }: Held, technician: string): boolean {
  return transfer?.warm === false && assignee === technician;
}
