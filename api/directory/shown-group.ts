import type { Desk } from '../desk.js';
import type { components } from '../generated/openapi.js';
import { ProblemError } from '../problems/problem-error.js';
import { managedGroup } from './managed-group.js';

/** A group as it stands now, for one who manages it. */
export async function shownGroup(
  { stores, policy }: Desk,
  key: string,
  technician: string,
): Promise<components['schemas']['ManagedGroup']> {
  const group = await stores.groups.find(key);
  if (!group) throw new ProblemError('not-found');
  return managedGroup(group, policy.authorizer, technician);
}
