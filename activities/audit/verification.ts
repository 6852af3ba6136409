import { type Database, rowOf } from '../store/database.js';
import type { Trust, Verdict } from './bundle.js';
import { lastOf } from './checkpoint-file.js';
import { strayRows } from './rows-against-log.js';
import { type Progress, verifyBetween, verifyDatabase } from './verify-database.js';

/** What a verification looked at and what it came to; nothing is wrong where there are no findings. */
export interface Verification {
  /** The size of the last head, up to which all has been looked at. */
  readonly size: number;
  readonly entries: number;
  readonly findings: readonly string[];
  /** The checkpoint that it was held against. */
  readonly checkpoint: { readonly size: number; readonly at: string } | null;
  /** From which leaf the next one looks at older entries again. */
  readonly again: number;
}

/** So many findings stay until the log is verified whole; where there are more, these suffice. */
const mostStanding = 1_000;

/** A log of so many entries is verified whole each time; of a longer one so many old entries, beside the new. */
export const wholeUpTo = 20_000;

/** Verifies everything there is. */
export async function verifyAll(
  db: Database,
  trust: Trust,
  progress?: Progress,
): Promise<Verification> {
  return verificationOf(await verifyDatabase(db, trust, progress), trust);
}

/** What the verdict on everything there is comes to. */
export function verificationOf(verdict: Verdict, trust: Trust): Verification {
  return from([verdict], trust, { size: verdict.size, again: 0 });
}

/**
 * Verifies what is new since the last time, and a stretch of what is old, so that the work stays the same
 * however long the log is and all of it comes round again and again. What was found before stays among
 * the findings: a clean stretch says nothing of another, and only everything together makes it good.
 */
export async function verifyNext(
  db: Database,
  trust: Trust,
  before: Pick<Verification, 'size' | 'again' | 'findings'> | null,
  stretch = wholeUpTo,
): Promise<Verification> {
  const size = await lastSize(db);
  if (size <= stretch) return verifyAll(db, trust);
  const known = before && before.size <= size ? before : { size: 0, again: 0 };
  const again = known.again < size ? known.again : 0;
  const end = await headFrom(db, again + stretch, size);
  const verdicts = [await verifyBetween(db, trust, { from: again, to: end })];
  if (known.size < size && end < size) {
    verdicts.push(await verifyBetween(db, trust, { from: Math.max(known.size, end), to: size }));
  }
  const isRound = end >= size;
  const strays = isRound ? await strayRows(db) : [];
  const found = from(verdicts, trust, { size, again: isRound ? 0 : end }, strays);
  const standing = (before?.findings ?? []).slice(0, mostStanding);
  return { ...found, findings: [...new Set([...standing, ...found.findings])] };
}

function from(
  verdicts: readonly Verdict[],
  trust: Trust,
  reached: Pick<Verification, 'size' | 'again'>,
  strays: readonly string[] = [],
): Verification {
  const kept = lastOf(trust.checkpoints);
  return {
    ...reached,
    entries: verdicts.reduce((sum, { entries }) => sum + entries, 0),
    findings: [...new Set(verdicts.flatMap(({ findings }) => findings)), ...strays],
    checkpoint: kept && { size: kept.size, at: kept.at },
  };
}

async function lastSize(db: Database): Promise<number> {
  const last = await rowOf<{ size: number }>(
    db,
    'select size::float8 as size from audit_heads order by id desc limit 1',
  );
  return last?.size ?? 0;
}

/** The first signed size from one on. */
async function headFrom(db: Database, from: number, last: number): Promise<number> {
  const found = await rowOf<{ size: number | null }>(
    db,
    'select min(size)::float8 as size from audit_heads where size >= :from and size <= :last',
    { from, last },
  );
  return found?.size ?? last;
}
