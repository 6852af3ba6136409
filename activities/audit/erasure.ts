import type { NewAuditEntry } from '../store/audit-entry.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { eraseSession } from './erase-session.js';
import { writeErasure } from './write-erasure.js';

/** Who erases, under which decision of the policy, and by which rule. */
export type Doing = Pick<NewAuditEntry, 'actor' | 'action' | 'revision' | 'from'>;

/** What was erased, or would be. */
export interface Erased {
  readonly sessions: number;
  readonly texts: number;
}

/** Nobody is known under the id. */
export class PersonUnknownError extends Error {
  constructor(id: string) {
    super(`Nobody is known as ${id}.`);
    this.name = 'PersonUnknownError';
  }
}

/** Does some work and keeps it, or undoes it once its answer is known. */
export async function keptOrTried<T>(
  db: Database,
  dryRun: boolean,
  work: (tx: Database) => Promise<T>,
): Promise<T> {
  const tx = await db.transaction();
  try {
    const answer = await work(tx);
    await (dryRun ? tx.rollback() : tx.commit());
    return answer;
  } catch (error) {
    if (!tx.isCompleted()) await tx.rollback();
    throw error;
  }
}

/**
 * Erases somebody who asked for help, with all that their sessions say of them: whole or not at all,
 * so not while one of their sessions goes on. The same work is undone again for a dry run.
 */
export function erasePerson(
  db: Database,
  id: string,
  doing: Doing,
  { dryRun }: { dryRun: boolean },
): Promise<Erased> {
  return keptOrTried(db, dryRun, async (tx) => {
    const person = await rowOf(tx, 'select id from requesters where id = :id for update', { id });
    if (!person) throw new PersonUnknownError(id);
    const sessions = await rowsOf<{ id: string }>(tx, findingSessions, { id });
    let texts = 0;
    for (const session of sessions) texts += await eraseSession(tx, session.id, 'session', doing);
    const own = await rowsOf<{ digest: string }>(tx, erasingTexts, { id });
    texts += own.length;
    const gone = { part: 'person', texts: own.length, digests: own.map(({ digest }) => digest) };
    await writeErasure(tx, { kind: 'requester', key: id }, gone, doing);
    await rowsOf(tx, 'delete from requesters where id = :id', { id });
    return { sessions: sessions.length, texts };
  });
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
