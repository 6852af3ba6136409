import type { SwitchableAction } from '../workflows/domain/policy/actions.js';
import type { Role, Setting } from '../workflows/domain/policy/roles.js';

/** Where requests arrive. */
export interface Channel {
  readonly key: string;
  readonly name: string | null;
}

/** Technicians by customer, experience or skill. */
export interface Group {
  readonly key: string;
  readonly name: string | null;
  readonly members: readonly string[];
}

/** Somebody who answers requests; a disabled technician may do nothing. */
export interface Technician {
  readonly key: string;
  readonly name: string | null;
  readonly disabled: boolean;
}

/** Who a role is given to. Technicians and groups may have the same keys, so the kind goes along. */
export interface Holder {
  readonly kind: 'technician' | 'group';
  readonly key: string;
}

/** A role given to a technician or a group, in a channel or at the desk (`*`). */
export interface Assignment {
  readonly role: Role;
  readonly to: Holder;
  readonly in: string;
}

/** Whom a switch speaks of. */
export type SwitchTarget = Holder | { readonly kind: 'role'; readonly key: Role };

/** An action switched on or off for a role, a group or a technician. */
export interface Switch {
  readonly for: SwitchTarget;
  readonly action: SwitchableAction;
  readonly set: Setting;
}

/** People, groups, roles and switches: all that the policy is asked about, wherever it was read from. */
export interface Organisation {
  readonly channels: readonly Channel[];
  /** Channels that were deleted: sessions ended in them, and who sees every channel still sees those. */
  readonly formerChannels?: readonly Channel[];
  readonly groups: readonly Group[];
  readonly technicians: readonly Technician[];
  readonly roles: readonly Assignment[];
  readonly switches: readonly Switch[];
}
