import { lookOf } from '../../workflows/domain/look-of-name.js';
import { type Database, rowOf } from '../store/database.js';

/** The tables whose rows have names that no other row may have, by what knows a row and which others count. */
const tables = {
  channels: { key: 'key', others: 'o.deleted_at is null' },
  customers: { key: 'key', others: 'true' },
  groups: { key: 'key', others: 'true' },
  sos_calls: { key: 'id::text', others: 'o.deleted_at is null and o.channel = :channel' },
} as const;

export type NamedTable = keyof typeof tables;

/** A name that is to be given, and to whom. */
export interface WantedName {
  readonly name: string;
  /** What knows the row that is to have it; null for one that is not there yet. */
  readonly key: string | null;
  /** Where names are unique in a channel only. */
  readonly channel?: string;
}

/**
 * The name of another row that looks like the wanted one, or null where nobody has it. Whoever has a name
 * keeps it: of two that were alike before names had looks, each can still be changed in everything else.
 */
export async function otherOfName(
  db: Database,
  table: NamedTable,
  { name, key, channel }: WantedName,
): Promise<string | null> {
  const { key: known, others } = tables[table];
  const found = await rowOf<{ name: string }>(
    db,
    `select o.name from ${table} o
     where ${others} and o.${known} is distinct from :key and ${lookIn('o')} = :look
       and not exists (select from ${table} own where own.${known} = :key and own.name = :name)
     order by o.look limit 1`,
    { key, name, look: lookOf(name), ...(channel === undefined ? {} : { channel }) },
  );
  return found?.name ?? null;
}

/** What the name of a row looks like: of one that somebody wrote by hand, its small letters. */
export function lookIn(row: string): string {
  // A twin of before names had looks has a line of its own below it.
  return `split_part(coalesce(${row}.look, lower(${row}.name)), E'\\n', 1)`;
}
