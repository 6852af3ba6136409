import { hasEnded, type Session } from '../../../workflows/domain/session/session.js';

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
  readonly origin: string;
  readonly ticket: string | null;
  readonly requester_id: string | null;
  readonly sos_call: string | null;
  readonly offered_to: string | null;
  readonly collaborators: readonly string[];
  /** JSON: who is here from outside the channel and may see it, with the instant until when. */
  readonly guests: string;
  /** Where a warm transfer goes, and to whom there; null where none is pending. */
  readonly warm_channel: string | null;
  readonly warm_technician: string | null;
  readonly warm_group: string | null;
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
    origin: session.origin,
    ticket: session.ticket,
    requester_id: session.requesterId,
    sos_call: session.sosCall,
    offered_to: session.offer?.technician ?? null,
    collaborators: collaboratorsOf(session),
    guests: JSON.stringify(guestsOf(session)),
    ...warmTransferOf(session),
    document: JSON.stringify(session),
  };
}

function collaboratorsOf({ collaborators }: Session): readonly string[] {
  return collaborators.filter(({ guest }) => !guest).map(({ technician }) => technician);
}

function guestsOf({ collaborators }: Session): Readonly<Record<string, number>> {
  return Object.fromEntries(
    collaborators.flatMap(({ technician, guest }) =>
      guest?.actions.includes('session.view') ? [[technician, guest.until]] : [],
    ),
  );
}

function warmTransferOf({ transfer }: Session) {
  const to = transfer?.warm ? transfer.to : null;
  return {
    warm_channel: to && transfer ? transfer.channel : null,
    warm_technician: to?.kind === 'technician' ? to.key : null,
    warm_group: to?.kind === 'group' ? to.key : null,
  };
}
