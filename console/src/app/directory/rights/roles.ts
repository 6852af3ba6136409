import type { HeldRole, HolderKind } from '../../desk/contract.js';

export type { HolderKind };
export type Role = HeldRole['role'];

/** The roles that are held in a channel, or at the desk for all of them. */
export const channelRoles = ['channel-technician', 'channel-manager'] as const satisfies Role[];
export type ChannelRole = (typeof channelRoles)[number];

/** Every role there is. */
export const roles = [
  ...channelRoles,
  'technician-manager',
  'auditor',
  'policy-admin',
  'owner',
] as const satisfies Role[];

/** Whether a role can be held in a channel alone. */
export function isChannelRole(role: string): role is ChannelRole {
  return channelRoles.some((one) => one === role);
}
