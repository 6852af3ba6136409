import type { Authorizer } from '../../policies/authorize.js';
import type { operations } from '../generated/openapi.js';
import { personOf } from './people.js';

type Targets =
  operations['listTransferTargets']['responses'][200]['content']['application/json']['channels'];

/** What is known of the technicians beside the policy. */
export interface Availability {
  readonly present: ReadonlySet<string>;
  readonly openSessions: ReadonlyMap<string, number>;
}

/** Whether a technician can answer for a session in a channel: start it, once it is theirs. */
export function canServe(authorizer: Authorizer, technician: string, channel: string): boolean {
  const known = authorizer.people.technician(technician);
  if (!known || known.disabled) return false;
  return authorizer.abilities(technician, channel, 'own').includes('session.start');
}

/** Whether somebody of a group can answer for a session in a channel. */
export function canGroupServe(authorizer: Authorizer, group: string, channel: string): boolean {
  const found = authorizer.people.organisation.groups.find(({ key }) => key === group);
  return found?.members.some((member) => canServe(authorizer, member, channel)) ?? false;
}

/** Everybody who can answer for a session in a channel, who is there first. */
export function serversIn(
  authorizer: Authorizer,
  channel: string,
  { present, openSessions }: Availability,
): Targets[number]['technicians'] {
  return authorizer.people.organisation.technicians
    .filter(({ key }) => canServe(authorizer, key, channel))
    .map(({ key }) => ({
      ...personOf(authorizer, key),
      signedIn: present.has(key),
      openSessions: openSessions.get(key) ?? 0,
    }))
    .sort((one, other) => Number(other.signedIn) - Number(one.signedIn));
}

/** Every channel with those who can serve in it, who is there first. */
export function transferTargets(authorizer: Authorizer, availability: Availability): Targets {
  const { channels, groups } = authorizer.people.organisation;
  return channels.map(({ key, name }) => ({
    key,
    name: name ?? key,
    groups: groups
      .filter((group) => canGroupServe(authorizer, group.key, key))
      .map((group) => ({ key: group.key, name: group.name ?? group.key })),
    technicians: serversIn(authorizer, key, availability),
  }));
}
