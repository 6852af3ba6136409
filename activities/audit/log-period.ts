import { type Database, rowOf } from '../store/database.js';

/** The entries of which period are wanted. */
export interface Period {
  /** Entries written before are left out; null begins with the first. */
  readonly from: Date | null;
  /** Entries written then or later are left out; null ends with the last that is sealed. */
  readonly to: Date | null;
}

/** Nothing of the log can be given out for what was wanted. */
export class NothingSealedError extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'NothingSealedError';
  }
}

/** The sizes of the signed heads around a period: all of its entries lie between them. */
export async function endsOf(
  db: Database,
  { from, to }: Period,
): Promise<{ from: number; to: number }> {
  if (from && to && from >= to) throw new NothingSealedError('The period ends before it begins.');
  const found = await rowOf<PeriodEnds>(db, findingEnds, { from, to });
  if (found?.last == null) throw new NothingSealedError('Nothing has been sealed yet.');
  if (found.entries === 0 && (from ?? to)) {
    throw new NothingSealedError('Nothing that is sealed was written in this period.');
  }
  return { from: found.first ?? 0, to: found.last };
}

interface PeriodEnds {
  readonly entries: number;
  readonly first: number | null;
  readonly last: number | null;
}

// The period is widened to the signed heads around it.
const findingEnds = `
  with period as (
    select count(*)::integer as entries, min(leaf) as first, max(leaf) as last
    from audit_leaves l join audit_entries e on e.id = l.entry_id
    where e.at >= coalesce(cast(:from as timestamptz), '-infinity')
      and e.at < coalesce(cast(:to as timestamptz), 'infinity')
  )
  select (select entries from period),
    (select max(size)::float8 from audit_heads, period where size <= first) as first,
    coalesce(
      (select min(size)::float8 from audit_heads, period where size > last),
      (select max(size)::float8 from audit_heads)
    ) as last
`;
