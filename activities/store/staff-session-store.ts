import { type Database, preparedRowOf, rowOf, rowsOf } from './database.js';
import { writeAudit } from './log/audit-entry.js';

/** A technician's sign-in, kept by the desk; the browser holds only its id, the table only the id's hash. */
export interface StaffSession {
  readonly idHash: string;
  readonly technician: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

/** Who signs out, where, and under which policy. */
export interface SigningOut {
  readonly technician: string;
  readonly revision: string;
  readonly from: string;
}

/** A sign-in that nobody used for so long is over, in milliseconds. */
const idleMs = 2 * 3_600_000;

const lasts = `expires_at > clock_timestamp()
  and last_seen_at > clock_timestamp() - :idleMs * interval '1 millisecond'`;

/** Who is signed in. */
export class StaffSessionStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async add({ idHash, technician, csrfToken, expiresAt }: StaffSession): Promise<void> {
    await rowsOf(
      this.#db,
      `insert into staff_sessions (id_hash, technician, csrf_token, expires_at)
       values (:idHash, :technician, :csrfToken, :expiresAt)`,
      { idHash, technician, csrfToken, expiresAt },
    );
  }

  /** The sign-in behind an id's hash while it lasts, or null. */
  async find(idHash: string): Promise<StaffSession | null> {
    const found = await preparedRowOf<{ technician: string; csrf_token: string; expires_at: Date }>(
      this.#db,
      `select technician, csrf_token, expires_at from staff_sessions
       where id_hash = :idHash and ${lasts}`,
      { idHash, idleMs },
    );
    if (!found) return null;
    const { technician, csrf_token: csrfToken, expires_at: expiresAt } = found;
    return { idHash, technician, csrfToken, expiresAt };
  }

  /** Which of some sign-ins last still, by their ids' hashes. */
  async lasting(idHashes: readonly string[]): Promise<ReadonlySet<string>> {
    if (idHashes.length === 0) return new Set();
    const rows = await rowsOf<{ id_hash: string }>(
      this.#db,
      `select id_hash from staff_sessions where id_hash = any(:idHashes) and ${lasts}`,
      { idHashes, idleMs },
    );
    return new Set(rows.map(({ id_hash: idHash }) => idHash));
  }

  /** Ends a sign-in; ending it again does nothing. */
  async end(idHash: string): Promise<void> {
    await rowsOf(this.#db, 'delete from staff_sessions where id_hash = :idHash', { idHash });
  }

  /** Ends a sign-in on its own technician's word, which the audit keeps; once. */
  async signOut(idHash: string, { technician, revision, from }: SigningOut): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const ended = await rowOf(
        tx,
        'delete from staff_sessions where id_hash = :idHash returning technician',
        { idHash },
      );
      if (!ended) return;
      const who = { kind: 'technician', key: technician } as const;
      await writeAudit(tx, {
        kind: 'sign-in',
        actor: who,
        action: 'sign-out',
        revision,
        subject: who,
        data: {},
        from,
      });
    });
  }

  /** Notes that consoles are open, for all streams of a process at once. */
  async seen(idHashes: readonly string[]): Promise<void> {
    if (idHashes.length === 0) return;
    await rowsOf(
      this.#db,
      'update staff_sessions set last_seen_at = clock_timestamp() where id_hash = any(:idHashes)',
      { idHashes },
    );
  }

  /** The technicians with a console open in the last minute. */
  async present(): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ technician: string }>(
      this.#db,
      `select distinct technician from staff_sessions
       where last_seen_at > clock_timestamp() - interval '1 minute'
         and expires_at > clock_timestamp()`,
    );
    return new Set(rows.map(({ technician }) => technician));
  }

  /** Forgets sign-ins that have run out. */
  async sweep(): Promise<void> {
    await rowsOf(this.#db, 'delete from staff_sessions where expires_at < clock_timestamp()');
  }
}
