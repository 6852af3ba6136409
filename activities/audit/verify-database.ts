import { chainedFrom, entryColumns, type EntryRow } from '../store/log/audit-entry-rows.js';
import { type Database, rowsOf } from '../store/database.js';
import type { Bundle, Entry, Line, Trust, Verdict } from './bundle.js';
import { lastOf } from './checkpoint-file.js';
import { NothingSealedError } from './log-period.js';
import { bundleBetween, wholeLog } from './log-part.js';
import { LogTreeDamagedError } from './log-tree.js';
import { damagedSessions, strayRows } from './rows-against-log.js';
import { inSnapshot } from './snapshot.js';
import { placeOf } from './verifier/checkpoints.js';
import { verifyBundle } from './verifier/log-verifier.js';

/** Hears after each thousand entries how many have been read of how many. */
export type Progress = (done: number, total: number) => Promise<void>;

/**
 * Verifies the whole log where it is kept, and that the rows still say what the log does: no entry
 * outside it, no text gone without a word, no event nobody answers for, no session that is not the
 * fold of its events.
 */
export async function verifyDatabase(
  db: Database,
  trust: Trust,
  progress: Progress = () => Promise.resolve(),
): Promise<Verdict> {
  const checkpoint = lastOf(trust.checkpoints)?.size ?? null;
  const verdict = await verifyRead(db, trust, progress, (tx) => wholeLog(tx, checkpoint));
  const findings = [...verdict.findings, ...(await strayRows(db)), ...(await damagedSessions(db))];
  return { ...verdict, findings };
}

/** Verifies the log between the signed heads of two sizes, and that it leads to the last head. */
export async function verifyBetween(
  db: Database,
  trust: Trust,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Verdict> {
  const checkpoint = lastOf(trust.checkpoints)?.size ?? to;
  return verifyRead(
    db,
    trust,
    () => Promise.resolve(),
    (tx) => bundleBetween(tx, { from, to, checkpoint }),
  );
}

async function verifyRead(
  db: Database,
  trust: Trust,
  progress: Progress,
  read: (tx: Database) => Promise<Bundle>,
): Promise<Verdict> {
  const nothing = { entries: 0, heads: 0, texts: 0, size: 0, lastHead: null, givenUp: 0 };
  try {
    return await inSnapshot(db, async (tx) => {
      const bundle = await read(tx);
      const counted = { ...bundle, entries: counting(bundle, progress) };
      return verifyBundle(counted, trust, await unsealedErasures(tx));
    });
  } catch (error) {
    // What cannot even be read is found as well.
    if (error instanceof LogTreeDamagedError) {
      return { ...nothing, findings: [`the tree: ${error.message}`] };
    }
    const kept = lastOf(trust.checkpoints);
    // A log that nobody has kept a checkpoint of has only not begun yet.
    if (!(error instanceof NothingSealedError) || !kept || kept.size === 0) throw error;
    return { ...nothing, findings: [`${placeOf(kept)}: nothing of the log is left`] };
  }
}

async function* counting({ about, entries }: Bundle, progress: Progress): AsyncGenerator<Line> {
  const total = about.to - about.from.size;
  let done = 0;
  for await (const line of entries) {
    yield line;
    done += 1;
    if (done % 1_000 === 0) await progress(done, total);
  }
}

/** Erasures that the next head will hold. */
async function unsealedErasures(tx: Database): Promise<readonly Entry[]> {
  const rows = await rowsOf<EntryRow>(
    tx,
    `select ${entryColumns} from audit_unsealed u join audit_entries e on e.id = u.entry_id
     where e.kind = 'erasure'`,
  );
  return rows.map(chainedFrom);
}
