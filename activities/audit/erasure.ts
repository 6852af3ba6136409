import { type Database, rowOf, rowsOf } from '../store/database.js';
import { canonicalHash } from '../store/log/canonical.js';
import type { Doing } from './doing.js';
import { eraseSession } from './erase-session.js';
import { writeErasure } from './write-erasure.js';

/** What was erased, or would be. */
export interface Erased {
  readonly sessions: number;
  readonly texts: number;
}

/** What erasing somebody takes, and the word that confirms exactly that. */
export interface PersonErasure extends Erased {
  readonly confirmation: string;
}

/** How somebody is to be erased. */
export interface ErasureTerms {
  /** Only to say what would go. */
  readonly dryRun: boolean;
  /** What a trial gave; what would go must still be that. Left out where nobody was asked. */
  readonly confirmation?: string;
}

/** Nobody is known under the id. */
export class PersonUnknownError extends Error {
  constructor(id: string) {
    super(`Nobody is known as ${id}.`);
    this.name = 'PersonUnknownError';
  }
}

/** What would go is no longer what was confirmed. */
export class ErasureChangedError extends Error {
  constructor() {
    super('What would be erased has changed since it was looked at.');
    this.name = 'ErasureChangedError';
  }
}

/**
 * Erases somebody who asked for help, with all that their sessions say of them: whole or not at all,
 * so not while one of their sessions goes on. The same work is undone again for a dry run.
 */
export async function erasePerson(
  db: Database,
  id: string,
  doing: Doing,
  { dryRun, confirmation }: ErasureTerms,
): Promise<PersonErasure> {
  const tx = await db.transaction();
  try {
    const erased = await eraseIn(tx, id, doing);
    if (confirmation !== undefined && confirmation !== erased.confirmation) {
      throw new ErasureChangedError();
    }
    await (dryRun ? tx.rollback() : tx.commit());
    return erased;
  } catch (error) {
    if (!tx.isCompleted()) await tx.rollback();
    throw error;
  }
}

async function eraseIn(tx: Database, id: string, doing: Doing): Promise<PersonErasure> {
  const person = await rowOf(tx, 'select id from requesters where id = :id for update', { id });
  if (!person) throw new PersonUnknownError(id);
  const sessions = (await rowsOf<{ id: string }>(tx, findingSessions, { id })).map((row) => row.id);
  let texts = 0;
  for (const session of sessions) texts += await eraseSession(tx, session, 'session', doing);
  const own = await rowsOf<{ digest: string }>(tx, erasingTexts, { id });
  texts += own.length;
  const gone = { part: 'person', texts: own.length, digests: own.map(({ digest }) => digest) };
  await writeErasure(tx, { kind: 'requester', key: id }, gone, doing);
  await rowsOf(tx, 'delete from requesters where id = :id', { id });
  const confirmation = canonicalHash({ person: id, sessions, texts }).toString('hex');
  return { sessions: sessions.length, texts, confirmation };
}

// Sessions from before people were remembered know them by their address alone.
const findingSessions = `
  select s.id from sessions s join requesters r on r.id = :id
  where s.requester_id = r.id::text
    or (s.requester_id is null and lower(s.requester_address) = lower(r.address))
  order by s.id
`;

const erasingTexts = `
  delete from personal_texts where subject_kind = 'requester' and subject_key = :id
  returning encode(digest, 'hex') as digest
`;
