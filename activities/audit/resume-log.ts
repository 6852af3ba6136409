import { type Database, rowOf } from '../store/database.js';
import { writeAudit } from '../store/log/audit-entry.js';
import type { Head, Restored } from './bundle.js';
import { CheckpointFile, lastOf } from './checkpoint-file.js';
import type { Doing } from './doing.js';
import { openLogKey, signed } from './log-key.js';
import type { SealerFiles } from './sealer.js';

/** What was signed before the desk was restored, and what is left of it. */
export interface Resumed {
  readonly lost: Head;
  readonly kept: number;
}

/**
 * Goes on with a log whose database was restored from a backup: the log's key itself says, in the file
 * of checkpoints and in the log, which signed heads no longer count. Null where nothing was lost. Not to
 * be done while somebody seals.
 */
export async function resumeLog(
  db: Database,
  files: SealerFiles,
  doing: Doing,
): Promise<Resumed | null> {
  const file = new CheckpointFile(files.checkpoints);
  const lost = lastOf(file.lines());
  if (!lost) return null;
  const key = await openLogKey(db, files.key);
  const { size: kept, now } = await lastCommon(db, lost, file);
  if (kept >= lost.size) return null;
  const said = {
    log: key.log,
    restored: { lost: lost.size, kept },
    at: now.toISOString(),
    key: key.id,
  };
  const statement: Restored = { ...said, signature: signed(said, key) };
  await db.transaction(async (tx) => {
    await writeAudit(tx, {
      kind: 'repair',
      ...doing,
      subject: { kind: 'audit', key: 'log' },
      data: { restored: { lost: lost.size, root: lost.root, signedAt: lost.at, kept } },
    });
    file.append(statement);
  });
  return { lost, kept };
}

/** The largest size of which both the database and the file know the same head. */
async function lastCommon(
  db: Database,
  lost: Head,
  file: CheckpointFile,
): Promise<{ size: number; now: Date }> {
  const kept = file.lines().flatMap((line) => ('restored' in line ? [] : [line]));
  const found = await rowOf<{ size: number | null; now: Date }>(
    db,
    `select clock_timestamp() as now, (
       select max(h.size)::float8 from audit_heads h
         join unnest(cast(:sizes as bigint[]), cast(:roots as text[])) as kept (size, root)
           on kept.size = h.size and kept.root = encode(h.root, 'hex')
       where h.size <= :lost) as size`,
    { sizes: kept.map(({ size }) => size), roots: kept.map(({ root }) => root), lost: lost.size },
  );
  return { size: found?.size ?? 0, now: found?.now ?? new Date() };
}
