import type { ManagedGroup, ManagedTechnician, Person } from '../desk/contract.js';

/** Who works in a channel, by a role of their own or of a group that they are in. */
export function staffOf(
  channel: string,
  technicians: readonly ManagedTechnician[],
  groups: readonly ManagedGroup[],
): readonly Person[] {
  const isHere = ({ roles }: Pick<ManagedTechnician | ManagedGroup, 'roles'>) =>
    roles.some((held) => held.channel === channel);
  const groupsHere = new Set(groups.filter(isHere).map(({ key }) => key));
  return technicians
    .filter((one) => !one.disabled)
    .filter((one) => isHere(one) || one.groups.some(({ key }) => groupsHere.has(key)))
    .map(({ person }) => person);
}
