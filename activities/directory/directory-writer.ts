import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import { type Database, rowsOf } from '../store/database.js';
import type { LiveBell } from '../store/feed/live-bell.js';
import type { Subject } from '../store/log/audit-chain.js';
import { writeAudit } from '../store/log/audit-entry.js';
import { type DirectoryRefusal, DirectoryRefusedError } from './directory-refused-error.js';

/** Who changes the directory, and the decision of the policy that lets them; null where the desk does it by itself. */
export interface Doer {
  readonly actor: Actor;
  readonly action: string | null;
  readonly revision: string | null;
  readonly from?: string;
}

/** A change under way: its transaction, and the audit that is written with it. */
export interface OpenChange {
  readonly tx: Database;
  /** `data` holds keys and settings; names, addresses and free text of people go into `texts`. */
  readonly audit: (
    subject: Subject,
    data: Readonly<Record<string, unknown>>,
    texts?: Readonly<Record<string, string>>,
  ) => Promise<void>;
}

/** The one way to change the directory: one change after the other, each with its audit, told after the commit. */
export class DirectoryWriter {
  readonly #db: Database;
  readonly #bell: Pick<LiveBell, 'ring'>;

  constructor(db: Database, bell: Pick<LiveBell, 'ring'>) {
    this.#db = db;
    this.#bell = bell;
  }

  /** Does the work in a transaction of its own; what it throws undoes all of it. */
  async change<T>(by: Doer, work: (change: OpenChange) => Promise<T>): Promise<T> {
    const result = await this.#db
      .transaction(async (tx) => {
        // Limits and "at least one" are counted, and a count holds only while nobody else writes.
        await rowsOf(tx, 'select from directory_versions for update');
        return work({
          tx,
          audit: (subject, data, texts) =>
            writeAudit(tx, { ...by, subject, data, ...(texts ? { texts } : {}) }),
        });
      })
      .catch((error: unknown) => {
        throw refusalBehind(error) ?? error;
      });
    this.#bell.ring();
    return result;
  }
}

const takenByIndex: Readonly<Record<string, DirectoryRefusal>> = {
  channel_names: 'name-taken',
  group_names: 'name-taken',
  customer_names: 'name-taken',
  technicians_by_address: 'address-taken',
  requesters_by_address: 'address-taken',
  technicians_pkey: 'key-taken',
  requesters_customer_fkey: 'customer-unknown',
};

/** What the database's own rules refuse, in the directory's words. */
function refusalBehind(error: unknown): DirectoryRefusedError | null {
  if (!(error instanceof Error) || !('constraint' in error)) return null;
  const { constraint } = error;
  const code = typeof constraint === 'string' ? takenByIndex[constraint] : undefined;
  return code === undefined ? null : new DirectoryRefusedError(code);
}
