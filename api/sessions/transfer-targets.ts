import type { Authorizer } from '../../policies/authorize.js';
import { canGroupServe, canServe } from '../../policies/transfer-target.js';
import type { operations } from '../generated/openapi.js';
import { personOf } from '../shown/people.js';

type Targets =
  operations['listTransferTargets']['responses'][200]['content']['application/json']['channels'];

/** What is known of the technicians beside the policy. */
export interface Availability {
  readonly present: ReadonlySet<string>;
  readonly openSessions: ReadonlyMap<string, number>;
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
