import { type Database, rowOf } from '../store/database.js';

/** Does some work unless another process is at it just now; tells whether it was done. */
export function alone(db: Database, name: string, work: () => Promise<unknown>): Promise<boolean> {
  return db.transaction(async (tx) => {
    const found = await rowOf<{ mine: boolean }>(
      tx,
      'select pg_try_advisory_xact_lock(hashtextextended(:name, 1)) as mine',
      { name },
    );
    if (!found?.mine) return false;
    await work();
    return true;
  });
}
