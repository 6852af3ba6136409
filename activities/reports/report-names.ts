import { type Database, rowsOf } from '../store/database.js';
import type { UnnamedReport } from './sla-report.js';

/** What a report names by key that has a name. */
export const namedKinds = ['channel', 'group', 'technician', 'customer'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** For each kind what keys were called. */
export type ReportNames = Readonly<Record<NamedKind, Readonly<Record<string, string>>>>;

/** What the keys of a report were called at its cut-off. */
export async function reportNames(db: Database, report: UnnamedReport): Promise<ReportNames> {
  const keys = keysOf(report);
  const rows = await rowsOf<{ kind: NamedKind; key: string; name: string }>(db, namesAt, {
    at: report.period.cutoff,
    kinds: namedKinds.flatMap((kind) => keys[kind].map(() => kind)),
    keys: namedKinds.flatMap((kind) => keys[kind]),
  });
  const named = (kind: NamedKind) =>
    Object.fromEntries(
      rows
        .filter((row) => row.kind === kind)
        .map(({ key, name }) => [key, name] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  return {
    channel: named('channel'),
    group: named('group'),
    technician: named('technician'),
    customer: named('customer'),
  };
}

// The name that was given last by then; the first that is known where none was yet.
const namesAt = `
  select distinct on (kind, key) kind, key, name
  from unnest(cast(:kinds as text[]), cast(:keys as text[])) as asked (kind, key)
  join names using (kind, key)
  order by kind, key, since > :at, case when since <= :at then since end desc, since
`;

/** Each key once. Who asks for one that had no session learns nothing of it. */
function keysOf({ by, filter, all, parts, handling }: UnnamedReport): Record<NamedKind, string[]> {
  const asked = (kind: 'group' | 'technician' | 'customer') =>
    all.sessions > 0 ? filter[kind] : null;
  const of = (kind: NamedKind, others: readonly (string | null)[]) => {
    const met = by === kind ? parts.map(({ key }) => key) : [];
    return [...new Set([...others, ...met])].filter((key) => key !== null);
  };
  return {
    channel: of('channel', filter.channels),
    group: of('group', [asked('group')]),
    technician: of('technician', [asked('technician'), ...handling.map(({ key }) => key)]),
    customer: of('customer', [asked('customer')]),
  };
}
