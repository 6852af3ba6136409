import type { Authorizer } from '../../policies/authorize.js';
import { refusedAt } from '../problems/refused-at.js';

/** Throws where the channel that a body names is not open at this desk. */
export function requireChannel({ people }: Pick<Authorizer, 'people'>, channel: string): void {
  if (!people.hasChannel(channel)) throw refusedAt('/body/channel', 'channel-unknown', channel);
}
