import type { Desk } from '../desk.js';
import type { components } from '../generated/openapi.js';
import { ProblemError } from '../problems/problem-error.js';
import { managedTechnician } from './managed-technician.js';

/** A technician as they stand now, for one who manages them. */
export async function shownTechnician(
  { stores, policy }: Desk,
  key: string,
  viewer: string,
): Promise<components['schemas']['ManagedTechnician']> {
  const [technician, present] = await Promise.all([
    stores.technicians.find(key),
    stores.staffSessions.present(),
  ]);
  if (!technician) throw new ProblemError('not-found');
  return managedTechnician(technician, { authorizer: policy.authorizer, viewer, present });
}
