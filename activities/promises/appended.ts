import type { SessionEvent } from '../../workflows/domain/session/events.js';
import type { Session } from '../../workflows/domain/session/session.js';

/** A session whose events have just been appended, with its last events. */
export interface Appended {
  readonly session: Session;
  readonly isNew: boolean;
  readonly events: readonly SessionEvent[];
}
