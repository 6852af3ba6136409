import type { Database } from '../store/database.js';
import type { Subject } from '../store/log/audit-chain.js';
import { writeAudit } from '../store/log/audit-entry.js';
import type { Doing } from './doing.js';

/** Texts that went, and by which digests the record knew them. */
export interface Gone {
  /** What was erased: a class of things kept, or a person. */
  readonly part: string;
  /** How many; chat of earlier versions has no digests. */
  readonly texts: number;
  readonly digests: readonly string[];
}

/** More in one entry would make it a burden to read and to prove. */
const mostInOne = 1_000;

/**
 * Says in the audit which texts of a subject were erased, in the transaction that erases them. From
 * then on the log itself tells a text that was let go of from one that was taken away.
 */
export async function writeErasure(
  tx: Database,
  subject: Subject,
  { part, texts, digests }: Gone,
  doing: Doing,
): Promise<void> {
  const sorted = [...digests].sort();
  const unnamed = texts - sorted.length;
  for (let start = 0; start === 0 || start < sorted.length; start += mostInOne) {
    const gone = sorted.slice(start, start + mostInOne);
    const data = { part, texts: gone.length + (start === 0 ? unnamed : 0), gone };
    await writeAudit(tx, { kind: 'erasure', ...doing, subject, data });
  }
}
