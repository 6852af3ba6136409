import type { GroupRecord, GroupSettings } from '../../activities/directory/group-store.js';
import type { Authorizer } from '../../policies/authorize.js';
import { desk } from '../../workflows/domain/policy/roles.js';
import type { components } from '../generated/openapi.js';
import { personOf } from '../shown/people.js';
import { shownRole } from './shown-role.js';
import { nameAsKept } from '../../workflows/domain/visible-name.js';

type ManagedGroup = components['schemas']['ManagedGroup'];

/** A group as one of those who manage groups is shown it. */
export function managedGroup(
  group: GroupRecord,
  authorizer: Authorizer,
  technician: string,
): ManagedGroup {
  const { key, name, kind, level, members, roles } = group;
  const may = authorizer.abilities(technician, desk, 'own');
  return {
    key,
    name,
    kind,
    level,
    members: members.map((member) => ({
      person: personOf(authorizer, member.technician),
      source: member.source,
    })),
    roles: roles.map(shownRole),
    abilities: [
      ...(may.includes('group.manage') ? (['manage'] as const) : []),
      ...(may.includes('technician.assign-role') ? (['assign-role'] as const) : []),
    ],
  };
}

/** The settings in a request. */
export function groupSettingsIn({
  name,
  kind,
  level,
}: components['schemas']['GroupSettings']): GroupSettings {
  return { name: nameAsKept(name), kind, level };
}
