import type { Relation } from '../../workflows/domain/policy/roles.js';
import type { Session } from '../../workflows/domain/session/session.js';

/** What of a session tells how a technician stands to it. */
export type Held = Pick<Session, 'assignee' | 'driver'>;

/** How a technician stands to a session: theirs, nobody's yet, or somebody else's. */
export function relationOf(session: Held, technician: string): Relation {
  if (session.assignee === technician || session.driver.technician === technician) return 'own';
  return session.assignee === null ? 'unassigned' : 'other';
}
