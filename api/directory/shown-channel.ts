import type { Desk } from '../desk.js';
import type { components } from '../generated/openapi.js';
import { ProblemError } from '../problems/problem-error.js';
import { managedChannel } from './managed-channel.js';

/** A channel as it stands now, for one of its managers. */
export async function shownChannel(
  { stores, policy }: Desk,
  key: string,
  technician: string,
): Promise<components['schemas']['ManagedChannel']> {
  const channel = await stores.channels.find(key);
  if (!channel) throw new ProblemError('not-found');
  return managedChannel(channel, policy.authorizer, technician);
}
