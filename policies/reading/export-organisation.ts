import type { Organisation, SwitchTarget } from '../organisation.js';

/** An organisation in the form of `org.json`, as `readOrganisation` reads it. */
export interface ExportedOrganisation {
  readonly channels: Named[];
  readonly groups: (Named & { readonly members: string[] })[];
  readonly technicians: (Named & { readonly disabled?: true })[];
  readonly roles: { readonly role: string; readonly to: string; readonly in: string }[];
  readonly switches: { readonly for: string; readonly action: string; readonly set: string }[];
}

interface Named {
  readonly key: string;
  readonly name?: string;
}

/** Writes an organisation down in the form of `org.json`. */
export function exportOrganisation(organisation: Organisation): ExportedOrganisation {
  const { channels, groups, technicians, roles, switches } = organisation;
  return {
    channels: channels.map(named),
    groups: groups.map((group) => ({ ...named(group), members: [...group.members] })),
    technicians: technicians.map((found) => {
      return { ...named(found), ...(found.disabled ? { disabled: true as const } : {}) };
    }),
    roles: roles.map(({ role, to, in: place }) => ({ role, to: targetText(to), in: place })),
    switches: switches.map(({ for: target, action, set }) => {
      return { for: targetText(target), action, set };
    }),
  };
}

/** Whom a role or a switch is for, as files write it. */
export function targetText({ kind, key }: SwitchTarget): string {
  return `${kind}:${key}`;
}

function named({ key, name }: { key: string; name: string | null }): Named {
  return name === null ? { key } : { key, name };
}
