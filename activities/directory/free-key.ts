import { keyBeside, keyOf } from '../../workflows/domain/key-of-name.js';
import { type Database, rowsOf } from '../store/database.js';

/** The tables whose rows are known by a key made of their name. */
type Keyed = 'channels' | 'groups' | 'technicians' | 'customers';

/** A key for a new row that no row has, nor ever had where rows stay. */
export async function freeKey(tx: Database, table: Keyed, name: string): Promise<string> {
  const wanted = keyOf(name) ?? table.slice(0, -1);
  const rows = await rowsOf<{ key: string }>(
    tx,
    `select key from ${table} where key = :wanted or key like :numbered`,
    { wanted, numbered: `${wanted}-%` },
  );
  return keyBeside(wanted, new Set(rows.map(({ key }) => key)));
}
