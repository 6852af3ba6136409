import { completed, type StoredSession } from '../../workflows/domain/session/completed.js';
import type { Session } from '../../workflows/domain/session/session.js';
import { type Database, rowsOf } from '../store/database.js';

/** The sessions whose documents a statement finds. */
export async function sessionsIn(
  db: Database,
  statement: string,
  bindings: Readonly<Record<string, unknown>>,
): Promise<readonly Session[]> {
  const rows = await rowsOf<{ document: StoredSession }>(db, statement, bindings);
  return rows.map(({ document }) => completed(document));
}
