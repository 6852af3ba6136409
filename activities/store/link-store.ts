import { type Database, rowOf, rowsOf } from './database.js';

/** Which link leads to which session. Only hashes of tokens are kept. */
export class LinkStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Remembers a link by the SHA-256 of its token; a second time changes nothing. */
  async add(tokenHash: string, sessionId: string): Promise<void> {
    await rowsOf(
      this.#db,
      `insert into links (token_hash, session_id) values (:tokenHash, :sessionId)
       on conflict do nothing`,
      { tokenHash, sessionId },
    );
  }

  /** The session that a link leads to, or null. */
  async sessionOf(tokenHash: string): Promise<string | null> {
    const found = await rowOf<{ session_id: string }>(
      this.#db,
      'select session_id from links where token_hash = :tokenHash',
      { tokenHash },
    );
    return found?.session_id ?? null;
  }
}
