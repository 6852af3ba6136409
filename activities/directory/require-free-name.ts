import type { Database } from '../store/database.js';
import { DirectoryRefusedError } from './directory-refused-error.js';
import { type NamedTable, otherOfName } from './other-of-name.js';

/** Throws, with the other one by name, where a name looks like that of another row; `key` is null for a new one. */
export async function requireFreeName(
  tx: Database,
  table: NamedTable,
  name: string,
  key: string | null,
): Promise<void> {
  const other = await otherOfName(tx, table, { name, key });
  if (other === null) return;
  throw new DirectoryRefusedError('name-taken', `There is “${other}” already.`, other);
}
