import type { ChannelRouting } from '../desk/contract.js';
import type { Choice } from './name-choice.js';
import type { Named } from './routing-api.js';

type Tier = NonNullable<ChannelRouting['tiers']>[number];

/** A group as it can be chosen for a tier. */
export function groupChoice({ key, name }: Named): Choice {
  return { value: `group:${key}`, name, icon: 'list' };
}

/** A person as they can be chosen for a tier. */
export function personChoice({ key, name }: Named): Choice {
  return { value: `technician:${key}`, name, icon: 'user' };
}

/** A tier that also names what was chosen. */
export function withNamed(tier: Tier, value: string): Pick<Tier, 'groups' | 'technicians'> {
  const { groups, technicians } = withoutNamed(tier, value);
  const key = keyIn(value);
  return isGroup(value)
    ? { groups: [...groups, key], technicians }
    : { groups, technicians: [...technicians, key] };
}

/** A tier that no longer names what was let go. */
export function withoutNamed(
  { groups = [], technicians = [] }: Tier,
  value: string,
): Required<Pick<Tier, 'groups' | 'technicians'>> {
  const isOther = (one: string) => one !== keyIn(value);
  return isGroup(value)
    ? { groups: groups.filter(isOther), technicians }
    : { groups, technicians: technicians.filter(isOther) };
}

function isGroup(value: string): boolean {
  return value.startsWith('group:');
}

function keyIn(value: string): string {
  return value.slice(value.indexOf(':') + 1);
}
