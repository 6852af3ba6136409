import type { Database } from '../store/database.js';
import { writeAudit } from '../store/log/audit-entry.js';
import type { About } from './bundle.js';
import type { Doing } from './doing.js';

/** Notes in the audit that a part of it was given out, and to whom. */
export async function noteExport(
  db: Database,
  doing: Doing,
  { from, to }: Pick<About, 'from' | 'to'>,
): Promise<void> {
  await db.transaction((tx) =>
    writeAudit(tx, {
      kind: 'export',
      ...doing,
      subject: { kind: 'audit', key: 'log' },
      data: { from: from.size, to },
    }),
  );
}
