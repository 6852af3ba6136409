import { fold } from '../../workflows/domain/session/evolve.js';
import { hasEnded } from '../../workflows/domain/session/session.js';
import { type Database, rowsOf } from '../store/database.js';
import { columnsOf } from '../store/sessions/session-columns.js';
import { lockSession, sessionEvents } from '../store/sessions/session-events.js';
import type { Doing } from './doing.js';
import { writeErasure } from './write-erasure.js';

/** What of a session goes: its chat alone, or all that says who it was and what about. */
export type SessionPart = 'chat' | 'session';

/** Somebody's session still goes on, so nothing of it can be erased. */
export class SessionOpenError extends Error {
  readonly sessionId: string;

  constructor(sessionId: string) {
    super(`Session ${sessionId} still goes on: close it first.`);
    this.name = 'SessionOpenError';
    this.sessionId = sessionId;
  }
}

/**
 * Erases texts of an ended session for good and says so in its audit; gives how many. Its events,
 * hashes and times stay as they were, and its row is the fold of what can still be read.
 */
export async function eraseSession(
  tx: Database,
  sessionId: string,
  part: SessionPart,
  doing: Doing,
): Promise<number> {
  const session = await lockSession(tx, sessionId);
  if (!session || !hasEnded(session)) throw new SessionOpenError(sessionId);
  const messages = await rowsOf<ErasedText>(tx, erasingChat, { sessionId });
  const texts = part === 'session' ? await rowsOf<ErasedText>(tx, erasingTexts, { sessionId }) : [];
  if (part === 'session') await forgetPerson(tx, sessionId);
  const erased = [...messages, ...texts];
  if (erased.length > 0) {
    const digests = erased.flatMap(({ digest }) => digest ?? []);
    const subject = { kind: 'session', key: sessionId } as const;
    await writeErasure(tx, subject, { part, texts: erased.length, digests }, doing);
  }
  return erased.length;
}

interface ErasedText {
  /** Null for chat from before it was salted. */
  readonly digest: string | null;
}

async function forgetPerson(tx: Database, sessionId: string): Promise<void> {
  const session = fold(null, await sessionEvents(tx, sessionId));
  if (!session) throw new SessionOpenError(sessionId);
  const { requester_name, requester_address, subject, document } = columnsOf(session);
  const row = { sessionId, requester_name, requester_address, subject, document };
  for (const statement of forgetting) await rowsOf(tx, statement, row);
}

const erasingChat = `
  delete from messages where session_id = :sessionId
  returning encode(sha256(salt || convert_to(text, 'UTF8')), 'hex') as digest
`;

const erasingTexts = `
  delete from personal_texts where subject_kind = 'session' and subject_key = :sessionId
  returning encode(digest, 'hex') as digest
`;

const forgetting = [
  `update sessions set requester_name = :requester_name, requester_address = :requester_address,
     subject = :subject, document = :document where id = :sessionId`,
  `update devices set info = jsonb_build_object('system', info -> 'system')
   where session_id = :sessionId`,
  `update sos_requests set answers = '{}' where session_id = :sessionId`,
  `update satisfaction set words = null where session_id = :sessionId`,
  `delete from deliveries where session_id = :sessionId and state <> 'pending'`,
];
