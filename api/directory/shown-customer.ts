import type { CustomerRecord } from '../../activities/directory/customer-store.js';
import type { DeskStores } from '../desk-stores.js';
import { ProblemError } from '../problems/problem-error.js';

/** A customer as it stands now. */
export async function shownCustomer(
  { customers }: Pick<DeskStores, 'customers'>,
  key: string,
): Promise<CustomerRecord> {
  const found = (await customers.list()).find((customer) => customer.key === key);
  if (!found) throw new ProblemError('not-found');
  return found;
}
