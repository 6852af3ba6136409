import { hasEnded, type Session } from '../../workflows/domain/session/session.js';

/** The columns of a session's row: what lists search by, and the fold itself. */
export interface SessionColumns {
  readonly id: string;
  readonly sequence: number;
  readonly state: string;
  readonly channel: string;
  readonly assignee: string | null;
  readonly driver: string | null;
  readonly connection: string;
  readonly device_id: string | null;
  readonly requester_name: string;
  readonly requester_address: string | null;
  readonly subject: string;
  readonly requested_at: Date;
  readonly ended_at: Date | null;
  readonly document: string;
}

/** A session's row as the fold of its events gives it. */
export function columnsOf(session: Session): SessionColumns {
  const { id, sequence, state, channel, assignee, connection, subject, requester } = session;
  return {
    id,
    sequence,
    state,
    channel,
    assignee,
    driver: session.driver.technician,
    connection,
    device_id: session.device?.id ?? null,
    requester_name: requester.name,
    requester_address: requester.address,
    subject,
    requested_at: new Date(session.requestedAt),
    ended_at: hasEnded(session) ? new Date(session.stateSince) : null,
    document: JSON.stringify(session),
  };
}
