import type {
  TechnicianRecord,
  TechnicianSettings,
} from '../../activities/directory/technician-store.js';
import type { Authorizer } from '../../policies/authorize.js';
import { desk } from '../../workflows/domain/policy/roles.js';
import type { components } from '../generated/openapi.js';
import { personOf } from '../shown/people.js';
import { shownRole } from './shown-role.js';
import { nameAsKept } from '../../workflows/domain/visible-name.js';

type ManagedTechnician = components['schemas']['ManagedTechnician'];
type Ability = ManagedTechnician['abilities'][number];

/** Who looks, and what else is known. */
export interface TechnicianView {
  readonly authorizer: Authorizer;
  readonly viewer: string;
  readonly present: ReadonlySet<string>;
}

/** A technician as one of those who manage people is shown them. */
export function managedTechnician(
  technician: TechnicianRecord,
  { authorizer, viewer, present }: TechnicianView,
): ManagedTechnician {
  const { key, name, groups, roles, skills, languages, lastSignInAt } = technician;
  const names = new Map(
    authorizer.people.organisation.groups.map((group) => [group.key, group.name]),
  );
  return {
    person: { ...personOf(authorizer, key), name },
    address: technician.address,
    language: technician.language,
    disabled: technician.disabled,
    availability: technician.availability,
    capacity: technician.capacity,
    skills: [...skills],
    languages: [...languages],
    bound: technician.bound,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    signedIn: present.has(key),
    openSessions: technician.openSessions,
    groups: groups.map((group) => ({ ...group, name: names.get(group.key) ?? group.key })),
    roles: roles.map(shownRole),
    abilities: [...abilitiesOn(technician, authorizer, viewer)],
  };
}

/** The settings in a request. */
export function technicianSettingsIn(
  body: components['schemas']['TechnicianSettings'],
): TechnicianSettings {
  return { ...body, name: nameAsKept(body.name) };
}

function abilitiesOn(
  { disabled }: TechnicianRecord,
  authorizer: Authorizer,
  viewer: string,
): readonly Ability[] {
  const may = authorizer.abilities(viewer, desk, 'own');
  const offers: readonly (readonly [Ability, boolean])[] = [
    ['edit', may.includes('technician.edit')],
    ['disable', !disabled && may.includes('technician.disable')],
    ['enable', disabled && may.includes('technician.disable')],
    ['assign-role', may.includes('technician.assign-role')],
  ];
  return offers.flatMap(([ability, offered]) => (offered ? [ability] : []));
}
