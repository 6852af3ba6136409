import type { Database } from '../store/database.js';

/** Reads all of something as it stood at one instant, however long the reading takes. */
export function inSnapshot<T>(db: Database, read: (tx: Database) => Promise<T>): Promise<T> {
  return db.transaction(read, { isolationLevel: 'repeatable read', readOnly: true });
}
