import { type Database, rowOf } from '../store/database.js';
import { DirectoryRefusedError } from './directory-refused-error.js';

/** Does something after which the desk must still have an owner who can sign in, if it had one before. */
export async function keepingOwner<T>(tx: Database, work: () => Promise<T>): Promise<T> {
  const before = await hasOwner(tx);
  const result = await work();
  if (before && !(await hasOwner(tx))) throw new DirectoryRefusedError('last-owner');
  return result;
}

async function hasOwner(tx: Database): Promise<boolean> {
  const found = await rowOf(
    tx,
    `select from technicians t where not disabled and exists (
       select from role_assignments r where r.role = 'owner' and r.place = '*' and (
         (r.holder_kind = 'technician' and r.holder = t.key)
         or (r.holder_kind = 'group' and r.holder in
           (select "group" from group_members m where m.technician = t.key))))
     limit 1`,
  );
  return found !== null;
}
