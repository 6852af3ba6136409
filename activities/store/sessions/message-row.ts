/** What was written in a session's chat; the author is a technician's key, or null for the user. */
export interface ChatMessage {
  readonly id: string;
  readonly sessionId: string;
  readonly at: Date;
  readonly side: 'user' | 'technician';
  readonly technician: string | null;
  readonly text: string;
}

/** The columns of a message `m` that `messageFrom` reads. */
export interface MessageColumns {
  readonly message_id: string;
  readonly message_session_id: string;
  readonly message_at: Date;
  readonly side: 'user' | 'technician';
  readonly technician: string | null;
  readonly text: string;
}

/** The columns of a message `m`, named so that they can stand beside a session's. */
export const messageColumns = `m.id as message_id, m.session_id as message_session_id,
  m.at as message_at, m.side, m.technician, m.text`;

/** A message out of its columns. */
export function messageFrom(columns: MessageColumns): ChatMessage {
  const { message_id, message_session_id, message_at, side, technician, text } = columns;
  return { id: message_id, sessionId: message_session_id, at: message_at, side, technician, text };
}
