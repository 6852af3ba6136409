import { type Database, rowsOf } from '../store/database.js';

/** The tables whose rows are known by a key made of their name. */
type Keyed = 'channels' | 'groups' | 'technicians' | 'customers';

const longestKey = 48;

/** A name as a key: plain letters, digits and hyphens; null where nothing of it can be written so. */
export function keyOf(name: string): string | null {
  const plain = name.normalize('NFKD').replaceAll(/\p{Mark}/gu, '');
  const key = plain
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestKey)
    .replaceAll(/^-+|-+$/g, '');
  return key === '' ? null : key;
}

/** A key for a new row that no row has, nor ever had where rows stay. */
export async function freeKey(tx: Database, table: Keyed, name: string): Promise<string> {
  const wanted = keyOf(name) ?? table.slice(0, -1);
  const rows = await rowsOf<{ key: string }>(
    tx,
    `select key from ${table} where key = :wanted or key like :numbered`,
    { wanted, numbered: `${wanted}-%` },
  );
  const taken = new Set(rows.map(({ key }) => key));
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(key)) return key;
  }
}
