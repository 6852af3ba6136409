import type { Database } from '../store/database.js';

const asOfOneInstant = { isolationLevel: 'repeatable read', readOnly: true } as const;

/** Reads all of something as it stood at one instant, however long the reading takes. */
export function inSnapshot<T>(db: Database, read: (tx: Database) => Promise<T>): Promise<T> {
  return db.transaction(read, asOfOneInstant);
}

/** What the database was at one instant, for as long as somebody reads on. */
export interface Snapshot {
  readonly tx: Database;
  close(): Promise<void>;
}

/** Opens a snapshot; whoever opens it closes it. */
export async function openSnapshot(db: Database): Promise<Snapshot> {
  const tx = await db.transaction(asOfOneInstant);
  return {
    tx,
    async close() {
      if (!tx.isCompleted()) await tx.rollback();
    },
  };
}
