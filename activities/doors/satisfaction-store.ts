import { type Database, rowOf, rowsOf } from '../store/database.js';
import { writeAudit } from '../store/log/audit-entry.js';

/** How a user found the help: from 1, not at all, to 5, very good; with words of their own or none. */
export interface Satisfaction {
  readonly score: number;
  readonly words: string | null;
}

/** What users answered when their session had ended. */
export class SatisfactionStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Keeps an answer; the last one counts. */
  async put(sessionId: string, { score, words }: Satisfaction, from: string): Promise<void> {
    await this.#db.transaction(async (tx) => {
      await rowsOf(tx, putting, { sessionId, score, words });
      await rowsOf(tx, holdingNoMore, { sessionId });
      await rowsOf(tx, holding, { sessionId });
      await writeAudit(tx, {
        actor: { kind: 'user' },
        action: 'satisfaction.answered',
        revision: null,
        subject: { kind: 'session', key: sessionId },
        data: { score },
        ...(words === null ? {} : { texts: { words } }),
        from,
      });
    });
  }

  /** What was answered about a session, or null. */
  async of(sessionId: string): Promise<Satisfaction | null> {
    return rowOf<Satisfaction>(
      this.#db,
      'select score, words from satisfaction where session_id = :sessionId',
      { sessionId },
    );
  }
}

const putting = `
  insert into satisfaction (session_id, score, words) values (:sessionId, :score, :words)
  on conflict (session_id) do update set
    score = excluded.score, words = excluded.words, at = excluded.at
`;

// A report of a time before the last answer has the one that held then.
const holdingNoMore = `
  update session_answers set superseded_at = (select at from satisfaction where session_id = :sessionId)
  where session_id = :sessionId and superseded_at is null
`;

const holding = `
  insert into session_answers (session_id, at, requested_at, score)
  select s.id, a.at, s.requested_at, a.score
  from satisfaction a join sessions s on s.id = a.session_id where s.id = :sessionId
`;
