import type { Grant } from '../../workflows/contract.js';
import { isRefusal } from '../../workflows/domain/session/decision.js';
import { judge } from '../../workflows/domain/session/judge.js';
import type { Refusal } from '../../workflows/domain/session/refusal.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import { underGrant, writeAudit } from '../store/log/audit-entry.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import type { LiveBell } from '../store/feed/live-bell.js';
import { salted } from '../store/sessions/personal-text.js';
import {
  type ChatMessage,
  type MessageColumns,
  messageColumns,
  messageFrom,
} from '../store/sessions/message-row.js';
import { lockSession } from '../store/sessions/session-events.js';
import { appendTo } from './append-session.js';

/** A message to be written; the same id again writes nothing. */
export interface NewMessage {
  readonly id: string;
  readonly sessionId: string;
  /** Null is the user. */
  readonly technician: string | null;
  readonly grant: Grant | null;
  /** The address that a user's message came from. */
  readonly from?: string;
  readonly text: string;
}

/**
 * The chat. It never enters a workflow's history: when the word passes from one side to the other,
 * the event is appended here, and the workflow takes it over with its next command.
 */
export class MessageStore {
  readonly #db: Database;
  readonly #bell: LiveBell;

  constructor(db: Database, bell: LiveBell) {
    this.#db = db;
    this.#bell = bell;
  }

  /** Writes a message, or says why the session takes none. */
  async add(message: NewMessage): Promise<ChatMessage | Refusal> {
    const written = await this.#db.transaction((tx) => addIn(tx, message));
    this.#bell.ring();
    return written;
  }

  /** A session's chat in order. */
  async list(sessionId: string): Promise<readonly ChatMessage[]> {
    const statement = `select ${messageColumns} from messages m
      where m.session_id = :sessionId order by m.position`;
    return (await rowsOf<MessageColumns>(this.#db, statement, { sessionId })).map(messageFrom);
  }
}

async function addIn(tx: Database, message: NewMessage): Promise<ChatMessage | Refusal> {
  const { id, sessionId, technician, grant, text } = message;
  const session = await lockSession(tx, sessionId);
  const repeated = await findIn(tx, message);
  if (repeated) return repeated;
  const side = technician === null ? 'user' : 'technician';
  const actor: Actor = technician === null ? { kind: 'user' } : { kind: side, key: technician };
  const events = judge(session, { type: 'wrote', side }, { actor, now: Date.now() });
  if (isRefusal(events)) return events;
  const from = message.from === undefined ? {} : { from: message.from };
  const { digest, salt } = salted(text);
  const bindings = { id, sessionId, side, technician, text, salt };
  const [written] = await rowsOf<MessageColumns>(tx, writing, bindings);
  if (!written) throw new Error('The message was not written.');
  const commandId = `wrote:${id}`;
  const expectedSequence = session?.sequence ?? 0;
  if (events.length > 0) {
    const append = { sessionId, expectedSequence, commandId, actor, grant, events };
    await appendTo(tx, { ...append, ...from });
  }
  await writeAudit(tx, {
    kind: 'message',
    actor,
    ...underGrant(grant),
    ...from,
    subject: { kind: 'session', key: sessionId },
    data: { message: id, text: digest },
  });
  return messageFrom(written);
}

const writing = `
  with told as (
    insert into feed (kind, session_id, message_id) values ('message', :sessionId, :id)
  )
  insert into messages as m (id, session_id, side, technician, text, salt)
  values (:id, :sessionId, :side, :technician, :text, decode(:salt, 'hex')) returning ${messageColumns}
`;

async function findIn(tx: Database, { id, sessionId }: NewMessage): Promise<ChatMessage | null> {
  const statement = `select ${messageColumns} from messages m
    where m.id = :id and m.session_id = :sessionId`;
  const found = await rowOf<MessageColumns>(tx, statement, { id, sessionId });
  return found && messageFrom(found);
}
