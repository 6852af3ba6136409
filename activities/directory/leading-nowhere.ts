import { type Database, rowsOf } from '../store/database.js';
import type { MappedValue } from './sign-in-mapping.js';

/** The groups and channels of what a mapping brings that are not at this desk, such as misspelled ones. */
export async function leadingNowhere(
  db: Database,
  { groups, roles }: Pick<MappedValue, 'groups' | 'roles'>,
): Promise<readonly string[]> {
  const places = roles.map(({ in: place }) => place).filter((place) => place !== '*');
  const found = await rowsOf<{ key: string }>(
    db,
    `select key from unnest(cast(:groups as text[])) as named (key)
       where not exists (select from groups g where g.key = named.key)
     union
     select key from unnest(cast(:places as text[])) as named (key)
       where not exists
         (select from channels c where c.key = named.key and c.deleted_at is null)
     order by key`,
    { groups, places },
  );
  return found.map(({ key }) => key);
}
