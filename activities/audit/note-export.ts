import type { Grant } from '../../workflows/contract.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import { underGrant, writeAudit } from '../store/audit-entry.js';
import type { Database } from '../store/database.js';
import type { About } from './bundle.js';

/** A part of the log that was given out, and to whom. */
export interface Export {
  readonly actor: Actor;
  readonly grant?: Grant;
  readonly about: Pick<About, 'from' | 'to'>;
}

/** Notes in the audit that a part of it was given out. */
export async function noteExport(db: Database, { actor, grant, about }: Export): Promise<void> {
  await db.transaction((tx) =>
    writeAudit(tx, {
      kind: 'export',
      actor,
      ...underGrant(grant ?? null),
      subject: { kind: 'audit', key: 'log' },
      data: { from: about.from.size, to: about.to },
    }),
  );
}
