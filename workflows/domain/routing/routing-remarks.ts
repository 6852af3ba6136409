import type { Fault } from '../fault.js';
import type { ChannelRouting, RoutingTier } from './channel-routing.js';
import { isIn } from './next-offer.js';
import type { StaffMember } from './staff.js';

type Member = Pick<StaffMember, 'key' | 'groups' | 'mayClaim' | 'disabled'>;

/**
 * What somebody should know of a channel's routing although it is taken: tiers of which nobody can be asked
 * now. They are no faults, for people are enabled again, join groups and are given roles.
 */
export function routingRemarks(
  { tiers }: Pick<ChannelRouting, 'tiers'>,
  staff: readonly Member[],
): readonly Fault[] {
  return tiers.flatMap((tier, index) => remarkOn(tier, staff, `/tiers/${index}`) ?? []);
}

function remarkOn(tier: RoutingTier, staff: readonly Member[], path: string): Fault | null {
  const members = staff.filter((member) => isIn(tier, member));
  if (members.some(({ disabled, mayClaim }) => !disabled && mayClaim)) return null;
  if (members.length === 0) {
    return { path, code: 'tier-empty', message: 'nobody is in the groups of this tier' };
  }
  if (members.every(({ disabled }) => disabled)) {
    return { path, code: 'tier-disabled', message: 'everybody of this tier is disabled' };
  }
  const message = 'the policy lets nobody of this tier take what waits in this channel';
  return { path, code: 'tier-not-permitted', message };
}
