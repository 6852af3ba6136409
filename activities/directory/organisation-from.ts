import type { DirectoryContents } from './directory.js';
import type { Organisation, SwitchTarget } from '../../policies/organisation.js';
import { isSwitchable } from '../../workflows/domain/policy/actions.js';
import { isRole } from '../../workflows/domain/policy/roles.js';

/** The directory as the policy asks for it; throws where it holds a word that the policy does not know. */
export function organisationFrom(contents: DirectoryContents): Organisation {
  const { channels, formerChannels, groups, technicians, roles, switches } = contents;
  return {
    channels,
    formerChannels,
    groups,
    technicians,
    roles: roles.map(({ role, holderKind, holder, place }) => {
      if (!isRole(role)) throw unknown('role', role);
      return { role, to: { kind: holderKind, key: holder }, in: place };
    }),
    switches: switches.map(({ targetKind, target, action, setting }) => {
      if (!isSwitchable(action)) throw unknown('switchable action', action);
      return { for: targetOf(targetKind, target), action, set: setting };
    }),
  };
}

function targetOf(kind: 'role' | 'group' | 'technician', key: string): SwitchTarget {
  if (kind !== 'role') return { kind, key };
  if (!isRole(key)) throw unknown('role', key);
  return { kind, key };
}

function unknown(what: string, found: string): Error {
  return new Error(`The directory names a ${what} that does not exist: ${found}.`);
}
